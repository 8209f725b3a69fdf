package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of an app client.
 *
 * @param authFlows the allowed authentication flows, each as ALLOW_..._AUTH
 * @param preventUserExistenceErrors whether PreventUserExistenceErrors is ENABLED
 * @param tokenRevocation whether EnableTokenRevocation is true
 * @param authSessionValidity the validity of a challenge's session
 * @param readable the attributes in its tokens and in GetUser, empty for all
 * @param writable the attributes that it may set, empty for all
 * @param rotation the rotation of refresh tokens
 * @param oauth the OAuth settings
 * @param declared the settings in the form of CreateUserPoolClient
 */
public record AppClientSettings(
    String name,
    boolean generateSecret,
    Set<String> authFlows,
    boolean preventUserExistenceErrors,
    boolean tokenRevocation,
    Validity validity,
    Duration authSessionValidity,
    Set<String> readable,
    Set<String> writable,
    RefreshTokenRotation rotation,
    OAuthSettings oauth,
    JsonObject declared) {
  private static final List<String> FLOWS =
      List.of(
          "ALLOW_ADMIN_USER_PASSWORD_AUTH",
          "ALLOW_CUSTOM_AUTH",
          "ALLOW_USER_PASSWORD_AUTH",
          "ALLOW_USER_SRP_AUTH",
          "ALLOW_REFRESH_TOKEN_AUTH",
          "ALLOW_USER_AUTH",
          "ADMIN_NO_SRP_AUTH",
          "CUSTOM_AUTH_FLOW_ONLY",
          "USER_PASSWORD_AUTH");
  private static final Set<String> DEFAULT_FLOWS =
      Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");

  /** The validity of each kind of token. */
  public record Validity(Duration access, Duration id, Duration refresh) {}

  /**
   * Parses settings in the form of CreateUserPoolClient; throws {@link
   * UnsupportedSettingException}.
   */
  public static AppClientSettings of(JsonObject declared) {
    SettingsReader client = SettingsReader.of(declared);
    client.ignore("UserPoolId");
    client.allowOnly("PreventUserExistenceErrors", "LEGACY", "ENABLED");
    AppClientSettings settings =
        new AppClientSettings(
            client.text("ClientName").orElseThrow(() -> client.error("ClientName", "is missing")),
            client.flag("GenerateSecret", false),
            authFlows(client),
            client.text("PreventUserExistenceErrors").filter("ENABLED"::equals).isPresent(),
            client.flag("EnableTokenRevocation", true),
            validity(client),
            Duration.ofMinutes(client.integer("AuthSessionValidity", 3, 3, 15)),
            Set.copyOf(client.texts("ReadAttributes")),
            Set.copyOf(client.texts("WriteAttributes")),
            RefreshTokenRotation.of(client.object("RefreshTokenRotation")),
            OAuthSettings.of(client),
            declared);
    if (settings.rotation().enabled()
        && client.texts("ExplicitAuthFlows").contains("ALLOW_REFRESH_TOKEN_AUTH")) {
      throw client.error(
          "RefreshTokenRotation", "cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH");
    }
    client.rejectUnread("is not supported by the local emulator");
    return settings;
  }

  /** Returns the flows as they were declared, which may be older names; empty for the default. */
  public List<String> declaredFlows() {
    return SettingsReader.of(declared).texts("ExplicitAuthFlows");
  }

  /** Returns whether the app client may read an attribute; it may always read sub. */
  public boolean canRead(String attribute) {
    return readable.isEmpty() || attribute.equals("sub") || readable.contains(attribute);
  }

  /** Returns whether the app client may write an attribute. */
  public boolean canWrite(String attribute) {
    return writable.isEmpty()
        ? !attribute.equals("sub") && !attribute.endsWith("_verified")
        : writable.contains(attribute);
  }

  private static Set<String> authFlows(SettingsReader client) {
    List<String> declared = client.texts("ExplicitAuthFlows", FLOWS);
    if (declared.isEmpty()) {
      return DEFAULT_FLOWS;
    }
    if (declared.stream().anyMatch(flow -> flow.startsWith("ALLOW_"))) {
      return Set.copyOf(declared);
    }
    Set<String> flows = new HashSet<>(DEFAULT_FLOWS);
    if (declared.contains("CUSTOM_AUTH_FLOW_ONLY")) {
      flows.remove("ALLOW_USER_SRP_AUTH");
    }
    if (declared.contains("USER_PASSWORD_AUTH")) {
      flows.add("ALLOW_USER_PASSWORD_AUTH");
    }
    if (declared.contains("ADMIN_NO_SRP_AUTH")) {
      flows.add("ALLOW_ADMIN_USER_PASSWORD_AUTH");
    }
    return Set.copyOf(flows);
  }

  private static Validity validity(SettingsReader client) {
    SettingsReader units = client.object("TokenValidityUnits");
    Validity validity =
        new Validity(
            duration(client, units, "AccessToken", Duration.ofHours(1)),
            duration(client, units, "IdToken", Duration.ofHours(1)),
            duration(client, units, "RefreshToken", Duration.ofDays(30)));
    units.rejectUnread("is not supported");
    return validity;
  }

  private static Duration duration(
      SettingsReader client, SettingsReader units, String token, Duration defaultValidity) {
    boolean refresh = token.equals("RefreshToken");
    Map<String, Duration> lengths =
        Map.of(
            "seconds", Duration.ofSeconds(1),
            "minutes", Duration.ofMinutes(1),
            "hours", Duration.ofHours(1),
            "days", Duration.ofDays(1));
    units.allowOnly(token, "seconds", "minutes", "hours", "days");
    String unit = units.text(token).filter(lengths::containsKey).orElse(refresh ? "days" : "hours");
    int number = client.integer(token + "Validity", 0, 0, 315_360_000);
    Duration validity =
        number == 0
            ? defaultValidity
            : lengths.getOrDefault(unit, Duration.ZERO).multipliedBy(number);
    Duration min = refresh ? Duration.ofHours(1) : Duration.ofMinutes(5);
    Duration max = refresh ? Duration.ofDays(3650) : Duration.ofDays(1);
    if (validity.compareTo(min) < 0 || validity.compareTo(max) > 0) {
      throw client.error(token + "Validity", "has to be between " + min + " and " + max);
    }
    return validity;
  }
}

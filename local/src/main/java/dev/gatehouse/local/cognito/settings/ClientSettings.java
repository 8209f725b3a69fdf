package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is everything an app client was declared to be.
 *
 * @param flows the sign-in flows allowed, each as ALLOW_..._AUTH
 * @param hidesUnknownUsers whether PreventUserExistenceErrors is ENABLED
 * @param revocation whether its refresh tokens can be revoked
 * @param session how long a challenge waits for its answer
 * @param readable the attributes that its tokens and GetUser show, empty for all
 * @param writable the attributes that SignUp may set, empty for all
 * @param oauth what it may do at the hosted pages
 * @param declared the settings as CreateUserPoolClient takes them
 */
public record ClientSettings(
    String name,
    boolean secret,
    Set<String> flows,
    boolean hidesUnknownUsers,
    boolean revocation,
    Validity validity,
    Duration session,
    Set<String> readable,
    Set<String> writable,
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
  private static final Set<String> FLOWS_UNLESS_SAID =
      Set.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");

  /** Is how long each kind of token holds. */
  public record Validity(Duration access, Duration id, Duration refresh) {}

  /**
   * Reads settings in CreateUserPoolClient's form; throws {@link SettingRefused} for what is not
   * there.
   */
  public static ClientSettings of(JsonObject declared) {
    Declared client = Declared.of(declared);
    client.noMeaningHere("UserPoolId");
    client.only("PreventUserExistenceErrors", "LEGACY", "ENABLED");
    ClientSettings settings =
        new ClientSettings(
            client.text("ClientName").orElseThrow(() -> client.refused("ClientName", "is missing")),
            client.flag("GenerateSecret", false),
            flows(client.texts("ExplicitAuthFlows", FLOWS)),
            client.text("PreventUserExistenceErrors").filter("ENABLED"::equals).isPresent(),
            client.flag("EnableTokenRevocation", true),
            validity(client),
            Duration.ofMinutes(client.whole("AuthSessionValidity", 3, 3, 15)),
            Set.copyOf(client.anyTexts("ReadAttributes")),
            Set.copyOf(client.anyTexts("WriteAttributes")),
            OAuthSettings.of(client),
            declared);
    refuseTheRest(client);
    return settings;
  }

  /** Tells whether the client may see this attribute; who somebody is it always sees. */
  public boolean reads(String attribute) {
    return readable.isEmpty() || attribute.equals("sub") || readable.contains(attribute);
  }

  /** Tells whether the client may set this attribute at sign-up. */
  public boolean writes(String attribute) {
    return writable.isEmpty()
        ? !attribute.equals("sub") && !attribute.endsWith("_verified")
        : writable.contains(attribute);
  }

  private static Set<String> flows(List<String> declared) {
    if (declared.isEmpty()) {
      return FLOWS_UNLESS_SAID;
    }
    boolean legacy = declared.stream().noneMatch(flow -> flow.startsWith("ALLOW_"));
    // Before there was ALLOW_, refreshing and SRP were always allowed.
    return !legacy
        ? Set.copyOf(declared)
        : declared.contains("USER_PASSWORD_AUTH")
            ? Set.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
            : FLOWS_UNLESS_SAID;
  }

  private static Validity validity(Declared client) {
    Declared units = client.object("TokenValidityUnits");
    Validity validity =
        new Validity(
            duration(client, units, "AccessToken", Duration.ofHours(1)),
            duration(client, units, "IdToken", Duration.ofHours(1)),
            duration(client, units, "RefreshToken", Duration.ofDays(30)));
    units.refuseTheRest("is no kind of token");
    return validity;
  }

  private static Duration duration(
      Declared client, Declared units, String token, Duration otherwise) {
    boolean refresh = token.equals("RefreshToken");
    Map<String, Duration> lengths =
        Map.of(
            "seconds", Duration.ofSeconds(1),
            "minutes", Duration.ofMinutes(1),
            "hours", Duration.ofHours(1),
            "days", Duration.ofDays(1));
    units.only(token, "seconds", "minutes", "hours", "days");
    String unit = units.text(token).filter(lengths::containsKey).orElse(refresh ? "days" : "hours");
    int many = client.whole(token + "Validity", 0, 0, 315_360_000);
    Duration validity =
        many == 0 ? otherwise : lengths.getOrDefault(unit, Duration.ZERO).multipliedBy(many);
    Duration least = refresh ? Duration.ofHours(1) : Duration.ofMinutes(5);
    Duration most = refresh ? Duration.ofDays(3650) : Duration.ofDays(1);
    if (validity.compareTo(least) < 0 || validity.compareTo(most) > 0) {
      throw client.refused(token + "Validity", "has to be between " + least + " and " + most);
    }
    return validity;
  }

  private static void refuseTheRest(Declared client) {
    client.object("RefreshTokenRotation").only("Feature", "DISABLED");
    client.refuseTheRest("is not there on this machine");
  }
}

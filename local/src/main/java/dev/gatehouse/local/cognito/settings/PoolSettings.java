package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is everything a pool was declared to be.
 *
 * @param emailAsUsername whether people sign up with their e-mail address in the place of a name
 * @param autoVerifiesEmail whether a code goes out at sign-up
 * @param adminOnly whether only administrators create users
 * @param triggers the ARN of the function of each trigger set
 * @param declared the settings as CreateUserPool takes them
 */
public record PoolSettings(
    String name,
    PasswordPolicy passwords,
    Attributes attributes,
    boolean emailAsUsername,
    boolean caseSensitive,
    boolean autoVerifiesEmail,
    boolean adminOnly,
    Map<Trigger, String> triggers,
    EmailSettings email,
    Templates templates,
    JsonObject declared) {
  private static final String CALLED_HERE =
      "is a trigger that this machine does not call;"
          + " it calls PreSignUp, CustomMessage and PostConfirmation";

  /**
   * Reads settings in CreateUserPool's form; throws {@link SettingRefused} for what is not there.
   */
  public static PoolSettings of(JsonObject declared) {
    Declared pool = Declared.of(declared);
    boolean emailAsUsername = !pool.texts("UsernameAttributes", List.of("email")).isEmpty();
    Declared policies = pool.object("Policies");
    Declared admin = pool.object("AdminCreateUserConfig");
    PoolSettings settings =
        new PoolSettings(
            pool.text("PoolName").orElseThrow(() -> pool.refused("PoolName", "is missing")),
            passwords(policies),
            Attributes.of(pool.objects("Schema")),
            emailAsUsername,
            pool.object("UsernameConfiguration").flag("CaseSensitive", true),
            !pool.texts("AutoVerifiedAttributes", List.of("email")).isEmpty(),
            admin.flag("AllowAdminCreateUserOnly", false),
            triggers(pool.object("LambdaConfig")),
            EmailSettings.of(pool.object("EmailConfiguration")),
            Templates.of(pool, admin),
            declared);
    admin.refuseTheRest("is not there; TemporaryPasswordValidityDays of the policy is");
    refuseTheRest(pool, policies);
    return settings;
  }

  /** Returns the ARN of the function that this trigger calls, or nothing if it is not set. */
  public Optional<String> trigger(Trigger trigger) {
    return Optional.ofNullable(triggers.get(trigger));
  }

  private static PasswordPolicy passwords(Declared policies) {
    boolean declared = policies.holds("PasswordPolicy");
    return PasswordPolicy.of(policies.object("PasswordPolicy"), declared);
  }

  private static Map<Trigger, String> triggers(Declared config) {
    Map<Trigger, String> triggers = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      config
          .text(trigger.awsName())
          .filter(arn -> !arn.isEmpty())
          .ifPresent(arn -> triggers.put(trigger, functionArn(config, trigger, arn)));
    }
    config.refuseTheRest(CALLED_HERE);
    return triggers;
  }

  private static String functionArn(Declared config, Trigger trigger, String arn) {
    if (!arn.matches("arn:aws:lambda:[\\w-]+:[0-9]+:function:[\\w-]+(:[\\w$-]+)?")) {
      throw config.refused(trigger.awsName(), "has to be the ARN of a function");
    }
    return arn;
  }

  private static void refuseTheRest(Declared pool, Declared policies) {
    policies.object("SignInPolicy").texts("AllowedFirstAuthFactors", List.of("PASSWORD"));
    policies.refuseTheRest("is no policy that this machine knows");
    pool.only("MfaConfiguration", "OFF");
    Declared addOns = pool.object("UserPoolAddOns");
    addOns.only("AdvancedSecurityMode", "OFF");
    addOns.refuseTheRest("is not there");
    pool.object("AccountRecoverySetting")
        .objects("RecoveryMechanisms")
        .forEach(way -> way.only("Name", "verified_email"));
    // No attribute changes, no bill, no deletion and no second machine: nothing to see of these.
    pool.noMeaningHere(
        "DeletionProtection", "UserAttributeUpdateSettings", "UserPoolTags", "UserPoolTier");
    pool.refuseTheRest("is not there on this machine");
  }
}

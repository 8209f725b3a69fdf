package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Is everything a pool was declared to be.
 *
 * @param emailAsUsername whether people sign up with their e-mail address in the place of a name
 * @param autoVerifiesEmail whether a code goes out at sign-up
 * @param adminOnly whether only administrators create users
 * @param lambda the functions that it calls
 * @param provesAddressFirst whether a new address waits until a code from it comes back
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
    LambdaConfig lambda,
    boolean provesAddressFirst,
    EmailSettings email,
    Templates templates,
    JsonObject declared) {
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
            LambdaConfig.of(pool.object("LambdaConfig")),
            provesAddressFirst(pool.object("UserAttributeUpdateSettings")),
            EmailSettings.of(pool.object("EmailConfiguration")),
            Templates.of(pool, admin),
            declared);
    admin.refuseTheRest("is not there; TemporaryPasswordValidityDays of the policy is");
    refuseTheRest(pool, policies);
    return settings;
  }

  /** Returns the ARN of the function that this trigger calls, or nothing if it is not set. */
  public Optional<String> trigger(Trigger trigger) {
    return Optional.ofNullable(lambda.functions().get(trigger));
  }

  private static PasswordPolicy passwords(Declared policies) {
    boolean declared = policies.holds("PasswordPolicy");
    return PasswordPolicy.of(policies.object("PasswordPolicy"), declared);
  }

  private static boolean provesAddressFirst(Declared updates) {
    boolean first =
        !updates.texts("AttributesRequireVerificationBeforeUpdate", List.of("email")).isEmpty();
    updates.refuseTheRest("is no setting of attribute updates");
    return first;
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
    // No bill, no deletion and no second machine: nothing to see of these.
    pool.noMeaningHere("DeletionProtection", "UserPoolTags", "UserPoolTier");
    pool.refuseTheRest("is not there on this machine");
  }
}

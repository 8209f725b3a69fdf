package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a user pool.
 *
 * @param emailAsUsername whether users sign in with their e-mail address
 * @param autoVerifiesEmail whether sign-up sends a confirmation code
 * @param adminCreateUserOnly whether AllowAdminCreateUserOnly is true
 * @param lambda the Lambda triggers
 * @param verifiesEmailBeforeUpdate whether a new e-mail address replaces the old one only after its
 *     verification
 * @param declared the settings in the form of CreateUserPool
 */
public record UserPoolSettings(
    String name,
    PasswordPolicy passwordPolicy,
    AttributeSchema attributes,
    boolean emailAsUsername,
    boolean caseSensitive,
    boolean autoVerifiesEmail,
    boolean adminCreateUserOnly,
    LambdaConfig lambda,
    boolean verifiesEmailBeforeUpdate,
    EmailConfiguration email,
    MessageTemplates templates,
    JsonObject declared) {
  /** Parses settings in the form of CreateUserPool; throws {@link UnsupportedSettingException}. */
  public static UserPoolSettings of(JsonObject declared) {
    SettingsReader pool = SettingsReader.of(declared);
    boolean emailAsUsername = !pool.texts("UsernameAttributes", List.of("email")).isEmpty();
    SettingsReader policies = pool.object("Policies");
    SettingsReader admin = pool.object("AdminCreateUserConfig");
    UserPoolSettings settings =
        new UserPoolSettings(
            pool.text("PoolName").orElseThrow(() -> pool.error("PoolName", "is missing")),
            passwordPolicy(policies),
            AttributeSchema.of(pool.objects("Schema")),
            emailAsUsername,
            pool.object("UsernameConfiguration").flag("CaseSensitive", true),
            !pool.texts("AutoVerifiedAttributes", List.of("email")).isEmpty(),
            admin.flag("AllowAdminCreateUserOnly", false),
            LambdaConfig.of(pool.object("LambdaConfig")),
            verifiesEmailBeforeUpdate(pool.object("UserAttributeUpdateSettings")),
            EmailConfiguration.of(pool.object("EmailConfiguration")),
            MessageTemplates.of(pool, admin),
            declared);
    admin.rejectUnread("is not supported; TemporaryPasswordValidityDays of the policy is");
    rejectUnread(pool, policies);
    return settings;
  }

  /** Returns the ARN of a trigger's function, or an empty Optional if it is not set. */
  public Optional<String> trigger(Trigger trigger) {
    return Optional.ofNullable(lambda.functions().get(trigger));
  }

  private static PasswordPolicy passwordPolicy(SettingsReader policies) {
    boolean declared = policies.has("PasswordPolicy");
    return PasswordPolicy.of(policies.object("PasswordPolicy"), declared);
  }

  private static boolean verifiesEmailBeforeUpdate(SettingsReader updates) {
    boolean first =
        !updates.texts("AttributesRequireVerificationBeforeUpdate", List.of("email")).isEmpty();
    updates.rejectUnread("is not supported");
    return first;
  }

  private static void rejectUnread(SettingsReader pool, SettingsReader policies) {
    policies.object("SignInPolicy").texts("AllowedFirstAuthFactors", List.of("PASSWORD"));
    policies.rejectUnread("is not supported");
    pool.allowOnly("MfaConfiguration", "OFF");
    SettingsReader addOns = pool.object("UserPoolAddOns");
    addOns.allowOnly("AdvancedSecurityMode", "OFF");
    addOns.rejectUnread("is not supported");
    pool.object("AccountRecoverySetting")
        .objects("RecoveryMechanisms")
        .forEach(mechanism -> mechanism.allowOnly("Name", "verified_email"));
    // Without effect in the local emulator.
    pool.ignore("DeletionProtection", "UserPoolTags", "UserPoolTier");
    pool.rejectUnread("is not supported by the local emulator");
  }
}

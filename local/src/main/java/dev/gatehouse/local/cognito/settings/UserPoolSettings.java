package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a user pool.
 *
 * @param emailAsUsername whether users sign in with their e-mail address
 * @param aliases the attributes that sign a user in beside the user name
 * @param autoVerifiesEmail whether sign-up sends a confirmation code
 * @param adminCreateUserOnly whether AllowAdminCreateUserOnly is true
 * @param lambda the Lambda triggers
 * @param verifiesEmailBeforeUpdate whether a new e-mail address replaces the old one only after its
 *     verification
 * @param devices the tracking of devices, empty for none
 * @param firstFactors the AllowedFirstAuthFactors of the sign-in policy
 * @param declared the settings in the form of CreateUserPool
 */
public record UserPoolSettings(
    String name,
    PasswordPolicy passwordPolicy,
    AttributeSchema attributes,
    boolean emailAsUsername,
    List<String> aliases,
    boolean caseSensitive,
    boolean autoVerifiesEmail,
    boolean adminCreateUserOnly,
    LambdaConfig lambda,
    boolean verifiesEmailBeforeUpdate,
    EmailConfiguration email,
    MessageTemplates templates,
    MfaConfiguration mfa,
    Optional<DeviceConfiguration> devices,
    List<String> firstFactors,
    boolean deletionProtection,
    JsonObject declared) {
  /** Parses settings in the form of CreateUserPool; throws {@link UnsupportedSettingException}. */
  public static UserPoolSettings of(JsonObject declared) {
    SettingsReader pool = SettingsReader.of(declared);
    boolean emailAsUsername = !pool.texts("UsernameAttributes", List.of("email")).isEmpty();
    SettingsReader policies = pool.object("Policies");
    SettingsReader admin = pool.object("AdminCreateUserConfig");
    EmailConfiguration email = EmailConfiguration.of(pool.object("EmailConfiguration"));
    UserPoolSettings settings =
        new UserPoolSettings(
            pool.text("PoolName").orElseThrow(() -> pool.error("PoolName", "is missing")),
            passwordPolicy(policies, admin),
            AttributeSchema.of(pool.objects("Schema")),
            emailAsUsername,
            aliases(pool, emailAsUsername),
            caseSensitive(pool.object("UsernameConfiguration")),
            !pool.texts("AutoVerifiedAttributes", List.of("email")).isEmpty(),
            admin.flag("AllowAdminCreateUserOnly", false),
            LambdaConfig.of(pool.object("LambdaConfig")),
            verifiesEmailBeforeUpdate(pool.object("UserAttributeUpdateSettings")),
            email,
            MessageTemplates.of(pool, admin),
            MfaConfiguration.of(pool, email),
            DeviceConfiguration.of(pool),
            firstFactors(policies.object("SignInPolicy")),
            pool.text("DeletionProtection").filter("ACTIVE"::equals).isPresent(),
            declared);
    admin.rejectUnread("is not supported");
    rejectUnread(pool, policies);
    return settings;
  }

  /** Returns the ARN of a trigger's function, or an empty Optional if it is not set. */
  public Optional<String> trigger(Trigger trigger) {
    return Optional.ofNullable(lambda.functions().get(trigger));
  }

  private static PasswordPolicy passwordPolicy(SettingsReader policies, SettingsReader admin) {
    boolean declared = policies.has("PasswordPolicy");
    // The older of two settings for the same.
    int validityDays = admin.integer("UnusedAccountValidityDays", 7, 0, 365);
    return PasswordPolicy.of(policies.object("PasswordPolicy"), declared, validityDays);
  }

  private static List<String> aliases(SettingsReader pool, boolean emailAsUsername) {
    List<String> aliases =
        pool.texts("AliasAttributes", List.of("email", "phone_number", "preferred_username"));
    if (emailAsUsername && !aliases.isEmpty()) {
      throw pool.error("AliasAttributes", "cannot be set together with UsernameAttributes");
    }
    return aliases;
  }

  private static List<String> firstFactors(SettingsReader policy) {
    List<String> factors =
        policy.texts("AllowedFirstAuthFactors", List.of("PASSWORD", "EMAIL_OTP"));
    policy.rejectUnread("is not supported");
    return factors.isEmpty() ? List.of("PASSWORD") : factors;
  }

  private static boolean caseSensitive(SettingsReader configuration) {
    boolean read = configuration.flag("CaseSensitive", true);
    configuration.rejectUnread("is not supported");
    return read;
  }

  private static void rejectOtherRecovery(SettingsReader recovery) {
    for (SettingsReader mechanism : recovery.objects("RecoveryMechanisms")) {
      mechanism.allowOnly("Name", "verified_email");
      mechanism.integer("Priority", 1, 1, 2);
      mechanism.rejectUnread("is not supported");
    }
    recovery.rejectUnread("is not supported");
  }

  private static boolean verifiesEmailBeforeUpdate(SettingsReader updates) {
    boolean first =
        !updates.texts("AttributesRequireVerificationBeforeUpdate", List.of("email")).isEmpty();
    updates.rejectUnread("is not supported");
    return first;
  }

  private static void rejectUnread(SettingsReader pool, SettingsReader policies) {
    policies.rejectUnread("is not supported");
    SettingsReader addOns = pool.object("UserPoolAddOns");
    addOns.allowOnly("AdvancedSecurityMode", "OFF");
    addOns.rejectUnread("is not supported");
    rejectOtherRecovery(pool.object("AccountRecoverySetting"));
    pool.allowOnly("DeletionProtection", "ACTIVE", "INACTIVE");
    pool.allowOnly("UserPoolTier", "LITE", "ESSENTIALS", "PLUS");
    pool.object("UserPoolTags");
    pool.rejectUnread("is not supported by the local emulator");
  }
}

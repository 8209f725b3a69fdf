package dev.gatehouse.pulumi.automation;

import static java.util.Map.entry;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Optional settings that are turned on together: those of a group share no resource. */
enum SettingGroup {
  /** Variables of the functions, beside the pool, the schedule and a topic for alarms. */
  VARIABLES(
      "from replyTo productName productUrl logoUrl companyAddress defaultLocale brandColor supportAddress emailAllowlist emailAllow"
          + " emailDeny emailAllowFile emailDenyFile emailAdmin emailExternal emailRequireExternal"
          + " emailIdn emailRelay emailDisposable emailDisposableExtra emailDisposableExcept"
          + " emailDisposableExtraFile emailDisposableExceptFile emailTypo emailProviderRules"
          + " emailRole emailSubaddress emailMx environmentVariables reconcileSchedule alarmEmail"
          + " reconcileDifferences reconcileGraceHours reconcileMaxRemovedPercent reconcileMaxAgeHours"
          + " resetPasswordAfterSecondSignUp removeUnconfirmedAfterDays"
          + " profilePictures passwordMinimumLength accessTokenMinutes idTokenMinutes refreshTokenDays"
          + " writableEmail userPoolTier ticketTopicArn signUpClientIds checkTokenOnReads sourceAddressKey"
          + " poolExportHours poolExportRetentionDays usersTableName tableBackupDays monthlyBudget"),
  /** Functions, beside the limits of the API. */
  FUNCTIONS(
      "lambdaMemory functionMemory reservedConcurrency lambdaConcurrency primingRounds deployment newVersionPercent snapStart logRetentionInDays alarmTopicArn"
          + " throttlingRate throttlingBurst routeThrottling waf wafRate sesConfigurationSet"
          + " permissionsBoundaryArn dataKeyArn wafLogs userPoolWaf userPoolWafRate"),
  /** The processor of the functions, beside the hosted UI. */
  ARCHITECTURE(
      "lambdaArchitecture corsOrigins hostedDomainPrefix callbackUrls logoutUrls canaryPassword"),
  /** The stage, beside the custom domain of the hosted UI. */
  STAGE("stageName accessLogAddresses sesIdentityPolicy hostedDomain callbackUrls regionTopicArns"),
  /** What is on by default. */
  WITHOUT("accessLogs manageApiGatewayAccount alarms disableExecuteApiEndpoint"),
  /** The domain of the API through CloudFront. */
  EDGE("endpointType"),
  /** Custom email sender, with its key and table. */
  EMAIL_SENDER("emailSending codeInSubject"),
  /** The table of mailboxes. */
  MAILBOXES("emailOneAccountPerMailbox"),
  /** An identity of the stack. */
  IDENTITY("sesDomain sesMailFrom sesDmarc mailEventsTopicArn emailAddressArn sesRequireTls");

  private static final String IDENTITY_IN_IRELAND =
      "arn:aws:ses:eu-west-1:000000000000:identity/gatehouse.test";

  /** A list file on the class path of the tests. */
  private static final String LIST = "list-of-a-user.txt";

  /** Where the example of docs/settings.md is of another domain than the tests' stack, or blank. */
  private static final Map<String, String> OTHER_VALUES =
      Map.of(
          "codeInSubject",
          "true",
          "hostedDomain",
          "auth.gatehouse.test",
          "sesDomain",
          "gatehouse.test",
          "emailAddressArn",
          "",
          "emailAllowFile",
          LIST,
          "emailDenyFile",
          LIST,
          "emailDisposableExtraFile",
          LIST,
          "emailDisposableExceptFile",
          LIST,
          "from",
          "Gatehouse <hello@gatehouse.test>");

  /** What a setting is refused without, or changes nothing without. */
  private static final Map<String, String> NEEDED =
      Map.ofEntries(
          entry("codeInSubject", "emailSending"),
          entry("lambdaConcurrency", "reservedConcurrency"),
          entry("newVersionPercent", "deployment"),
          entry("hostedDomainPrefix", "callbackUrls"),
          entry("hostedDomain", "callbackUrls"),
          entry("callbackUrls", "hostedDomainPrefix"),
          entry("logoutUrls", "hostedDomainPrefix callbackUrls"),
          entry("poolExportRetentionDays", "poolExportHours"),
          entry("wafRate", "waf"),
          entry("wafLogs", "waf"),
          entry("userPoolWafRate", "userPoolWaf"),
          entry("sesDomain", "emailAddressArn"),
          entry("emailAddressArn", "sesDomain"),
          entry("sesMailFrom", "sesDomain emailAddressArn"),
          entry("sesDmarc", "sesDomain emailAddressArn"),
          entry("emailAllowlist", "emailAllow"));

  private final String keys;

  SettingGroup(String keys) {
    this.keys = keys;
  }

  List<String> keys() {
    return List.of(keys.split(" ", -1));
  }

  /** Returns settings with each key of the group set. */
  StackSettings on(StackSettings settings) {
    StackSettings changed = settings;
    for (String key : keys()) {
      changed = on(changed, key);
    }
    return changed;
  }

  /** Returns settings with one key set to its example, and with the others that it needs. */
  static StackSettings alone(StackSettings settings, String key) {
    StackSettings changed = on(settings, key);
    for (String needed : NEEDED.getOrDefault(key, "").split(" ", -1)) {
      changed = needed.isEmpty() ? changed : on(changed, needed);
    }
    return changed;
  }

  private static StackSettings on(StackSettings settings, String key) {
    String value = OTHER_VALUES.getOrDefault(key, examples().getOrDefault(key, ""));
    StackSettings changed = settings.with("gatehouse:" + key, value);
    return switch (key) {
      // One of the two receives alarms.
      case "alarmTopicArn" -> changed.with("gatehouse:alarmEmail", "");
      // The alarms for mails are in the region of the identity.
      case "regionTopicArns" ->
          changed
              .with("gatehouse:emailAddressArn", IDENTITY_IN_IRELAND)
              .with("gatehouse:sesIdentityPolicy", "false");
      default -> changed;
    };
  }

  private static Map<String, String> examples() {
    try {
      return SettingExample.ofSettings().stream()
          .collect(Collectors.toMap(SettingExample::key, SettingExample::value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

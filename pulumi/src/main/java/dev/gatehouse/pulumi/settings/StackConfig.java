package dev.gatehouse.pulumi.settings;

import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentInternal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checked configuration of a stack. The defaults are those of Pulumi.yaml, which Pulumi merges
 * before the program starts.
 *
 * @param prefix the prefix of physical names: project and stack
 */
public record StackConfig(
    String prefix,
    ProviderSettings provider,
    SecretSettings secrets,
    AccountSettings account,
    DomainSettings domain,
    SenderSettings sender,
    MailCopySettings mailCopy,
    EmailRuleSettings emailRules,
    UserPoolSettings userPool,
    HostedUiSettings hostedUi,
    FunctionSettings functions,
    RestApiSettings restApi,
    RestApiSettings.FirewallSettings firewall,
    MonitoringSettings monitoring,
    String reconcileSchedule,
    int reconcileMaxAgeHours,
    ReconcileDifferences reconcileDifferences,
    boolean profilePictures,
    RecoverySettings recovery,
    int logRetentionInDays,
    boolean protectData) {

  /** The retentions that CloudWatch Logs accepts. */
  private static final Set<Integer> RETENTION_DAYS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of("minute", ChronoUnit.MINUTES, "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS);

  /**
   * Reads the configuration.
   *
   * @param passed the values by key with namespace; the context has no list of its keys, and has
   *     lost letters under some locales
   * @throws SettingInvalid at the first invalid setting
   */
  public static StackConfig of(Context context, KnownNames names, Map<String, String> passed) {
    DeclaredKeys.in(Path.of("Pulumi.yaml")).refuseOthers(context.projectName(), passed.keySet());
    return of(
        context.projectName(),
        context.stackName(),
        names,
        key -> Optional.ofNullable(passed.get(key)).or(() -> value(context, key)),
        DeploymentInternal.getInstance()::isConfigSecret);
  }

  private static Optional<String> value(Context context, String key) {
    String[] parts = key.split(":", 2);
    return context.config(parts[0]).get(parts[1]);
  }

  /**
   * Reads the configuration.
   *
   * @param values a lookup by key with its namespace
   * @param secrets whether the value of a key with its namespace is a secret
   * @throws SettingInvalid at the first invalid setting
   */
  static StackConfig of(
      String project,
      String stack,
      KnownNames names,
      Function<String, Optional<String>> values,
      Predicate<String> secrets) {
    String prefix = prefix(project, stack);
    SettingReader reader = new SettingReader(project, values, secrets);
    ReplacedSettings.refuse(reader);
    refuseMissing(reader);
    SenderSettings sender = SenderSettings.of(reader);
    HostedUiSettings hostedUi = HostedUiSettings.of(reader);
    RestApiSettings restApi = RestApiSettings.of(reader, names);
    return new StackConfig(
        prefix,
        ProviderSettings.of(reader),
        SecretSettings.of(reader),
        AccountSettings.of(reader),
        DomainSettings.of(reader, sender, hostedUi),
        sender,
        MailCopySettings.of(reader),
        EmailRuleSettings.of(reader),
        UserPoolSettings.of(reader),
        hostedUi,
        FunctionSettings.of(reader, names),
        restApi,
        RestApiSettings.FirewallSettings.of(reader, restApi),
        MonitoringSettings.of(reader),
        reconcileSchedule(reader),
        reconcileMaxAgeHours(reader),
        ReconcileDifferences.of(reader),
        reader.of("profilePictures", "true").flag(),
        RecoverySettings.of(reader),
        reader
            .of("logRetentionInDays", "7")
            .number(
                RETENTION_DAYS::contains, "a number of days that CloudWatch accepts, like 7 or 30"),
        reader.of("protectData", "true").flag());
  }

  /** Returns the physical name of a part of the stack. */
  public String named(String part) {
    return prefix + "-" + part;
  }

  private static String prefix(String project, String stack) {
    String prefix = project + "-" + stack;
    if (!prefix.matches("[A-Za-z0-9_-]{1,44}")) {
      throw new SettingInvalid(
          "The name of the stack %s is part of function names, so it must be letters, digits, _ and"
                  .formatted(stack)
              + " -, at most 34 of them: pulumi stack init prod");
    }
    return prefix;
  }

  /** Refuses a stack that lacks settings without a default, with a line for each. */
  private static void refuseMissing(SettingReader reader) {
    List<String> missing =
        Stream.of(
                DomainSettings.missing(reader),
                SenderSettings.missing(reader),
                MonitoringSettings.missing(reader))
            .flatMap(it -> it)
            .toList();
    if (!missing.isEmpty()) {
      throw new SettingInvalid(String.join("\n", missing));
    }
  }

  private static String reconcileSchedule(SettingReader reader) {
    return reader
        .of("reconcileSchedule", "'rate(1 day)'")
        .blankOr(
            "rate\\([1-9]\\d{0,3} (minute|hour|day)s?\\)|cron\\([^() ]+( [^() ]+){5}\\)",
            "like rate(1 day) or cron(0 3 * * ? *)");
  }

  /** Returns the hours, which must exceed the time between two passes, if the schedule says it. */
  private static int reconcileMaxAgeHours(SettingReader reader) {
    Setting setting = reader.of("reconcileMaxAgeHours", "48");
    int hours = setting.number(1, ReconcileDifferences.MAX_HOURS, "hours");
    Matcher rate = RATE.matcher(reconcileSchedule(reader));
    if (rate.matches()
        && Duration.of(Long.parseLong(rate.group(1)), UNITS.get(rate.group(2)))
                .compareTo(Duration.ofHours(hours))
            >= 0) {
      throw setting.invalid("more hours than reconcileSchedule lets pass between two passes");
    }
    return hours;
  }

  /**
   * The settings of what reconcile does with rows that differ from the pool or whose users are
   * gone.
   *
   * @param mode report or repair
   * @param graceHours the hours from finding that a user is gone to the removal of the row
   * @param maxRemovedPercent the share of the table that one pass may remove
   */
  public record ReconcileDifferences(String mode, int graceHours, int maxRemovedPercent) {
    private static final int MAX_HOURS = 24 * 365;

    static ReconcileDifferences of(SettingReader reader) {
      return new ReconcileDifferences(
          reader.of("reconcileDifferences", "repair").oneOf("report", "repair"),
          reader.of("reconcileGraceHours", "72").number(0, MAX_HOURS, "hours"),
          reader.of("reconcileMaxRemovedPercent", "5").number(1, 100, "percent"));
    }

    /** Returns whether reconcile changes and removes rows, besides counting them. */
    public boolean repairs() {
      return mode.equals("repair");
    }

    /** Returns the variables of the function. */
    public Map<String, String> variables() {
      return Map.of(
          "RECONCILE_DIFFERENCES", mode,
          "RECONCILE_GRACE_HOURS", String.valueOf(graceHours),
          "RECONCILE_MAX_REMOVED_PERCENT", String.valueOf(maxRemovedPercent));
    }
  }

  /**
   * The settings of what is there to recover from.
   *
   * @param poolExportHours the hours from one export of the user pool to the next, 0 for none
   * @param poolExportRetentionDays the days for which nothing can delete an export
   * @param usersTableName the table of users to use instead of the stack's own, blank for that one
   * @param tableBackupDays the days that a daily backup of that table stays, 0 for no backups
   */
  public record RecoverySettings(
      int poolExportHours,
      int poolExportRetentionDays,
      String usersTableName,
      int tableBackupDays) {
    /** The longest time for which an export keeps a user whom somebody erased. */
    private static final int MAX_RETENTION_DAYS = 30;

    /** As long as the tables' point-in-time recovery. */
    private static final int MAX_BACKUP_DAYS = 35;

    private static final int MAX_HOURS = 7 * 24;
    private static final int HOURS_A_DAY = 24;

    static RecoverySettings of(SettingReader reader) {
      int hours = reader.of("poolExportHours", "24").number(0, MAX_HOURS, "hours");
      Setting retention = reader.of("poolExportRetentionDays", "14");
      int days = retention.number(1, MAX_RETENTION_DAYS, "days");
      if (hours >= days * HOURS_A_DAY) {
        throw retention.invalid("more days than poolExportHours lets pass between two exports");
      }
      return new RecoverySettings(
          hours,
          days,
          reader
              .of("usersTableName", "gatehouse-prod-users-restored")
              .blankOr("[A-Za-z0-9_.-]{3,255}", "the name of a DynamoDB table"),
          reader.of("tableBackupDays", "35").number(0, MAX_BACKUP_DAYS, "days"));
    }

    /** Returns whether the pool is exported. */
    public boolean exportsPool() {
      return poolExportHours > 0;
    }
  }

  /**
   * The settings that the rules of an account may demand.
   *
   * @param permissionsBoundaryArn the policy that limits every role, blank for none
   * @param dataKeyArn the KMS key of tables, queues and pictures, blank for keys of AWS
   */
  public record AccountSettings(String permissionsBoundaryArn, String dataKeyArn) {
    private static final String EXAMPLE_KEY =
        "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final int REGION = 3;

    static AccountSettings of(SettingReader reader) {
      return new AccountSettings(
          reader
              .of("permissionsBoundaryArn", "arn:aws:iam::123456789012:policy/boundary")
              .blankOr(
                  "arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/\\S{1,500}", "the ARN of a policy"),
          dataKey(reader));
    }

    /** Returns the ARN of a key; services encrypt only with keys of their own region. */
    private static String dataKey(SettingReader reader) {
      Setting key = reader.of("dataKeyArn", EXAMPLE_KEY);
      String arn =
          key.blankOr(
              "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[a-z0-9-]{1,64}",
              "the ARN of a KMS key, not of an alias");
      String region = DomainSettings.region(reader);
      if (!arn.isEmpty() && !arn.split(":", -1)[REGION].equals(region)) {
        throw key.invalid("a key in %s, the region of the stack".formatted(region));
      }
      return arn;
    }
  }
}

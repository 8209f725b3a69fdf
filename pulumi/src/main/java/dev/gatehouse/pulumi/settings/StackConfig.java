package dev.gatehouse.pulumi.settings;

import com.pulumi.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Is the stack's configuration, checked; what is in this package is all that knows its keys. The
 * defaults are those of Pulumi.yaml, which Pulumi merges in before the program starts.
 *
 * @param prefix what the names in AWS begin with: project and stack
 */
public record StackConfig(
    String prefix,
    Domain domain,
    Sender sender,
    Wording wording,
    EmailRules emailRules,
    Accounts accounts,
    HostedPages hostedPages,
    Compute compute,
    Api api,
    Watched watched,
    String reconcileSchedule,
    int logRetentionInDays,
    boolean protectData) {

  /** What CloudWatch takes. */
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  /** Reads what Pulumi hands over; throws {@link SettingInvalid} at the first that will not do. */
  public static StackConfig of(Context context) {
    return of(
        context.projectName(),
        context.stackName(),
        key -> {
          String[] parts = key.split(":", 2);
          return context.config(parts[0]).get(parts[1]);
        });
  }

  /**
   * Reads the values; throws {@link SettingInvalid} at the first that will not do.
   *
   * @param values looks up a key with its namespace
   */
  public static StackConfig of(
      String project, String stack, Function<String, Optional<String>> values) {
    String prefix = prefix(project, stack);
    Keys keys = new Keys(project, values);
    Sender sender = Sender.of(keys);
    HostedPages hostedPages = HostedPages.of(keys);
    return new StackConfig(
        prefix,
        Domain.of(keys, sender, hostedPages),
        sender,
        Wording.of(keys),
        EmailRules.of(keys),
        Accounts.of(keys),
        hostedPages,
        Compute.of(keys),
        Api.of(keys),
        Watched.of(keys),
        reconcileSchedule(keys),
        keys.of("logRetentionInDays", "7")
            .number(RETENTIONS::contains, "a number of days that CloudWatch takes, like 7 or 30"),
        keys.of("protectData", "true").flag());
  }

  /** Returns the name in AWS of this part of the stack. */
  public String named(String part) {
    return prefix + "-" + part;
  }

  private static String prefix(String project, String stack) {
    String prefix = project + "-" + stack;
    if (!prefix.matches("[A-Za-z0-9_-]{1,44}")) {
      throw new SettingInvalid(
          "The stack %s gives its name to functions, so it must be letters, digits, _ and -, at"
                  .formatted(stack)
              + " most 34 of them: pulumi stack rename prod");
    }
    return prefix;
  }

  private static String reconcileSchedule(Keys keys) {
    return keys.of("reconcileSchedule", "'rate(1 day)'")
        .blankOr(
            "rate\\([1-9]\\d{0,3} (minute|hour|day)s?\\)|cron\\([^() ]+( [^() ]+){5}\\)",
            "like rate(1 day) or cron(0 3 * * ? *)");
  }
}

package dev.gatehouse.pulumi;

import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Is the stack's configuration, checked; the only class that knows its keys. The defaults are those
 * of Pulumi.yaml, which Pulumi merges in before the program starts.
 *
 * @param prefix what the names in AWS begin with: project and stack
 */
record StackConfig(
    String prefix,
    Domain domain,
    Sender sender,
    Compute compute,
    EmailRules emailRules,
    Map<String, String> environmentVariables,
    String productName,
    String stageName,
    int logRetentionInDays,
    boolean protectData) {

  /** Is where people find the API, and the hosted zone that holds the name. */
  record Domain(String name, String hostedZone) {}

  /** Is what the functions run on. */
  record Compute(String runtime, String architecture, int memory, boolean snapStart) {}

  /** Are the rules on addresses; what is blank or empty is left to the function. */
  record EmailRules(String mode, List<String> allow, List<String> deny) {}

  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final String HOST = LABEL + "(\\." + LABEL + ")+";

  /** What CloudWatch takes. */
  private static final Set<Integer> RETENTIONS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  static StackConfig of(Context context) {
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
  static StackConfig of(String project, String stack, Function<String, Optional<String>> values) {
    Keys keys = new Keys(project, values);
    return new StackConfig(
        prefix(project, stack),
        domain(keys),
        sender(keys),
        compute(keys),
        emailRules(keys),
        environmentVariables(keys),
        keys.of("productName", "Gatehouse").matching("\\S(.{0,38}\\S)?", "1 to 40 characters"),
        keys.of("stageName", "prod").matching("[A-Za-z0-9_]{1,128}", "letters, digits and _ only"),
        keys.of("logRetentionInDays", "7")
            .number(RETENTIONS::contains, "a number of days that CloudWatch takes, like 7 or 30"),
        keys.of("protectData", "true").flag());
  }

  /** Returns the name in AWS of this part of the stack. */
  String named(String part) {
    return prefix + "-" + part;
  }

  private record Keys(String project, Function<String, Optional<String>> values) {
    Setting of(String name, String example) {
      return full("%s:%s".formatted(project, name), "%s %s".formatted(name, example));
    }

    Setting full(String key, String arguments) {
      return new Setting(key, values.apply(key).orElse("").strip(), arguments);
    }
  }

  private static String prefix(String project, String stack) {
    String prefix = project + "-" + stack;
    if (!prefix.matches("[A-Za-z0-9_-]{1,46}")) {
      throw new SettingInvalid(
          "The stack %s gives its name to functions, so it must be letters, digits, _ and -, at"
                  .formatted(stack)
              + " most 36 of them: pulumi stack rename prod");
    }
    return prefix;
  }

  private static Domain domain(Keys keys) {
    String name =
        keys.of("domainName", "api.example.com").matching(HOST, "a host name in small letters");
    Setting zone =
        keys.of("hostedZoneName", "example.com").orElse(name.substring(name.indexOf('.') + 1));
    String hostedZone = zone.matching(HOST, "a domain of two labels or more");
    if (!("." + name).endsWith("." + hostedZone)) {
      throw zone.refused("%s or a domain above it".formatted(name));
    }
    return new Domain(name, hostedZone);
  }

  private static Sender sender(Keys keys) {
    return Sender.of(
        keys.of("emailAddressArn", "arn:aws:ses:us-east-1:123456789012:identity/example.com"),
        keys.of("from", "no-reply@example.com"),
        keys.of("sesIdentityPolicy", "false"),
        keys.full("aws:region", "aws:region us-east-1")
            .matching("[a-z]{2}(-[a-z]+)+-\\d", "a region of AWS"));
  }

  private static Compute compute(Keys keys) {
    return new Compute(
        keys.of("lambdaRuntime", "java21")
            .matching("java(2[1-9]|[3-9]\\d)", "java21 or a newer Java of Lambda"),
        keys.of("lambdaArchitecture", "arm64").matching("arm64|x86_64", "arm64 or x86_64"),
        keys.of("lambdaMemory", "1024")
            .number(mb -> mb >= 128 && mb <= 10_240, "128 to 10240 megabytes"),
        keys.of("snapStart", "true").flag());
  }

  private static EmailRules emailRules(Keys keys) {
    Setting mode = keys.of("emailMode", "allowlist");
    return new EmailRules(
        mode.isSet() ? mode.matching("open|allowlist", "open or allowlist") : "",
        addresses(keys, "emailAllow"),
        addresses(keys, "emailDeny"));
  }

  private static List<String> addresses(Keys keys, String name) {
    Setting setting =
        keys.full(keys.project() + ":" + name, "--path '%s[0]' example.com".formatted(name));
    List<String> entries = setting.texts();
    if (entries.stream().anyMatch(entry -> !entry.matches("[^,\\s]+"))) {
      throw setting.refused("a list of addresses and domains, each without commas and spaces");
    }
    return entries;
  }

  private static Map<String, String> environmentVariables(Keys keys) {
    Setting setting =
        keys.full(
            keys.project() + ":environmentVariables", "--path environmentVariables.NAME value");
    Map<String, String> variables = setting.textByName();
    // Lambda keeps these for itself and would refuse them only halfway through the deployment.
    if (variables.keySet().stream()
        .anyMatch(name -> !name.matches("(?!AWS_|LAMBDA_)[A-Za-z][A-Za-z0-9_]+"))) {
      throw setting.refused("an object with names of letters, digits and _, none of Lambda's own");
    }
    return variables;
  }
}

package dev.gatehouse.pulumi.version;

import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.inputs.GetFunctionArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.lookup.Lookup;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A comparison of the code that an alias serves with the archive that was to be deployed. They
 * differ when a version could not be published: Pulumi's state has the new code then, so that a
 * second {@code pulumi up} finds nothing to publish.
 */
public final class ServedCode {
  private final StackConfig config;
  private final Consumer<String> report;

  /**
   * Creates a comparison.
   *
   * @param report receives a sentence for each function that serves other code
   */
  public ServedCode(StackConfig config, Consumer<String> report) {
    this.config = config;
    this.report = report;
  }

  /**
   * Compares a function once its alias is up to date, unless two versions share its calls.
   *
   * @param archive the path of the archive
   * @param sha256 the archive's SHA-256 in base64, as Lambda computes it
   */
  public void compare(Alias alias, String archive, String sha256) {
    if (config.functions().newVersionPercent() < 100) {
      return;
    }
    // The version makes the lookup wait for the alias, and not happen before an update of it.
    Output<String> live =
        Output.tuple(alias.name(), alias.functionVersion()).applyValue(both -> both.t1);
    Output.tuple(
            alias.functionName(),
            Lookup.LAMBDA_FUNCTION.later(
                GetFunctionArgs.builder()
                    .functionName(alias.functionName())
                    .qualifier(live)
                    .build()))
        .applyValue(
            it -> {
              if (!sha256.equals(it.t2.get("codeSha256"))) {
                report.accept(sentence(it.t1, archive));
              }
              return it.t1;
            });
  }

  private String sentence(String function, String archive) {
    return "%s serves other code than %s, whose version could not be published: pulumi config set deployment %s"
        .formatted(function, archive, nextWord(config.functions().deployment()));
  }

  /** Returns a value of the setting that differs from the one of the last deployment. */
  static String nextWord(String deployment) {
    return deployment.isEmpty()
        ? "2"
        : deployment.matches("\\d{1,9}")
            ? String.format(Locale.ROOT, "%d", Integer.parseInt(deployment) + 1)
            : "2";
  }
}

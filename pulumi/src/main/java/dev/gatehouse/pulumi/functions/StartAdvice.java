package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.settings.FunctionSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * Advice for functions without snapshots: a start must end before Cognito gives up after five
 * seconds, or the user is confirmed without a row.
 */
public final class StartAdvice {
  private static final String FUNCTION = "post-confirmation";
  private static final double COGNITO_WAITS_SECONDS = 5;

  /** The memory with which Lambda gives a function a whole processor. */
  private static final int ONE_PROCESSOR = 1769;

  /** The processor time of a start and a first call, by docs/benchmarks.md. */
  private static final double MEASURED_SECONDS = 0.52;

  /** For Lambda's processors and for waiting for DynamoDB, neither of which was measured. */
  private static final int MARGIN = 3;

  private StartAdvice() {}

  /** Returns a warning if a start could take longer than Cognito waits. */
  public static Optional<String> of(FunctionSettings functions) {
    int memory = functions.memoryOf(FUNCTION);
    double seconds = MARGIN * MEASURED_SECONDS * ONE_PROCESSOR / Math.min(memory, ONE_PROCESSOR);
    return functions.snapStart() || seconds < COGNITO_WAITS_SECONDS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "gatehouse:snapStart is false, and with %1$d MB a start of %2$s may take longer than the five seconds that Cognito waits: pulumi config set --path 'functionMemory[\"%2$s\"]' %3$d",
                memory,
                FUNCTION,
                ONE_PROCESSOR));
  }
}

package dev.gatehouse.integrationtests.aws;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A JUnit extension that compares each {@link Check} with the table of docs/emulators.md: an
 * emulator that cannot what the table says it cannot passes; any other difference fails.
 *
 * <p>{@code -Demulators.table=write} writes the table instead, and {@code off}, for an emulator
 * that runs already, reports each failure as it is.
 */
final class DocumentedResults implements TestExecutionExceptionHandler, AfterTestExecutionCallback {
  private static final Namespace FAILED = Namespace.create(DocumentedResults.class);
  private static final String YES = "yes";

  /** What becomes of the results. */
  private enum Mode {
    COMPARE,
    WRITE,
    OFF
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    context.getStore(FAILED).put(context.getUniqueId(), true);
    if (mode() == Mode.OFF) {
      throw failure;
    }
    String result = "no: " + reason(failure);
    try {
      check(context, result);
    } catch (AssertionError stale) {
      failure.addSuppressed(stale);
      throw failure;
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getStore(FAILED).get(context.getUniqueId()) == null && mode() != Mode.OFF) {
      check(context, YES);
    }
  }

  private static Mode mode() {
    return Mode.valueOf(System.getProperty("emulators.table", "compare").toUpperCase(Locale.ROOT));
  }

  private static void check(ExtensionContext context, String result) {
    AwsEmulator emulator = ((AwsEndpointContract) context.getRequiredTestInstance()).emulator();
    String check = context.getRequiredTestMethod().getAnnotation(Check.class).value();
    EmulatorTable table = EmulatorTable.read();
    if (mode() == Mode.WRITE) {
      table.set(check, emulator.kind(), emulator.toString(), result);
      table.write();
      return;
    }
    String documented = table.result(check, emulator.toString()).orElse("nothing");
    if (!documented.equals(result)) {
      throw new AssertionError(
          "docs/emulators.md says \"%s\" of %s with \"%s\", and the result is \"%s\". If that is right, make emulators writes it."
              .formatted(documented, emulator, check, result));
    }
  }

  /** Returns the error of AWS, or the expectation that failed. */
  static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException error && error.awsErrorDetails() != null) {
        return error.awsErrorDetails().errorCode() + " (" + error.statusCode() + ")";
      }
    }
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf(']');
    return message.startsWith("[") && end > 0
        ? "failed: " + message.substring(1, end)
        : failure.getClass().getSimpleName();
  }
}

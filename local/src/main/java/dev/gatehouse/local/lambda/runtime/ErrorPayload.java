package dev.gatehouse.local.lambda.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Error payloads of invocations: those of Lambda itself, and those that the client posts. */
final class ErrorPayload {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ErrorPayload() {}

  /** Returns the failure that the runtime interface client posted. */
  static Failed reported(String payload) {
    try {
      return JsonParser.parseString(payload) instanceof JsonObject error
          ? new Failed(message(error.get("errorMessage")), payload)
          : new Failed(null, payload);
    } catch (JsonParseException e) {
      return new Failed(null, payload);
    }
  }

  /** Returns the failure of a function that exceeded its own timeout. */
  static Failed timedOut(Instant now, String requestId, Duration timeout) {
    return failed(
        null,
        String.format(
            Locale.ROOT,
            "%s %s Task timed out after %.2f seconds",
            MILLISECONDS.format(now),
            requestId,
            timeout.toMillis() / 1000.0));
  }

  /** Returns the failure of a function whose process exited before it responded. */
  static Failed exited(String requestId, int status) {
    return failed(
        "Runtime.ExitError",
        "RequestId: %s Error: Runtime exited %s".formatted(requestId, reason(status)));
  }

  /** Returns the failure of a function whose process needed more memory than it has. */
  static Failed outOfMemory(String requestId) {
    return failed(
        "Runtime.OutOfMemory",
        "RequestId: %s Error: Runtime exited with error: signal: killed".formatted(requestId));
  }

  /** Returns an error that the function did not throw. */
  static Failed injected(String type) {
    return failed(type, "A fault of the local emulator.");
  }

  /** Returns the failure of a function whose response exceeds Lambda's limit. */
  static Failed tooLarge() {
    return failed(
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size (6291556 bytes).");
  }

  /** Returns the failure of a function whose process cannot be started. */
  static Failed notStarted(String requestId, String reason) {
    return failed("Sandbox.StartError", "RequestId: %s Error: %s".formatted(requestId, reason));
  }

  /** Returns why a process ended: exit status 128 + n means that signal n ended it. */
  static String reason(int status) {
    return switch (status) {
      case 0 -> "without providing a reason";
      case 134 -> "with error: signal: aborted";
      case 137 -> "with error: signal: killed";
      case 139 -> "with error: signal: segmentation fault";
      default -> "with error: exit status " + status;
    };
  }

  private static Failed failed(@Nullable String type, String message) {
    JsonObject payload = new JsonObject();
    if (type != null) {
      payload.addProperty("errorType", type);
    }
    payload.addProperty("errorMessage", message);
    return new Failed(message, payload.toString());
  }

  private static @Nullable String message(@Nullable JsonElement message) {
    return message == null || message.isJsonNull() ? null : message.getAsString();
  }
}

package dev.gatehouse.triggers.erase;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.reconcile.cognito.CognitoUserPool;
import dev.gatehouse.users.dynamodb.DynamoDbMailboxes;
import dev.gatehouse.users.dynamodb.DynamoDbUserErasure;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The function with which an administrator erases a user: {@code {"sub": "..."}}. It returns what
 * it removed; invoked again, it removes what is left.
 */
public final class EraseHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final AdminErasure erasure;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing
   */
  public EraseHandler() {
    this(
        new AdminErasure(
            CognitoUserPool.from(FunctionSettings.ofProcess()),
            DynamoDbUserErasure.from(FunctionSettings.ofProcess()),
            DynamoDbMailboxes.from(FunctionSettings.ofProcess(), TIME_LIMIT),
            Clock.systemUTC()),
        InvocationLog.of("erase"));
  }

  EraseHandler(AdminErasure erasure, InvocationLog log) {
    this.erasure = erasure;
    this.log = log;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    @Nullable String sub = sub(input);
    if (sub == null) {
      invocation.ended(Outcome.error("refused", "SUB_MALFORMED"));
      throw new IllegalArgumentException(
          "Send the user's sub, a UUID in lower case: {\"sub\": \"...\"}");
    }
    invocation.about(sub);
    return response(sub, erased(sub, invocation));
  }

  private AdminErasure.Removed erased(String sub, Invocation invocation) {
    try {
      AdminErasure.Removed removed = erasure.erase(sub);
      invocation.ended(
          removed.isNothing()
              ? Outcome.of("nothing-to-erase")
              : Outcome.of("erased").countedAs("UserErased"));
      return removed;
    } catch (RuntimeException failure) {
      invocation.failedBy(failure);
      invocation.ended(Outcome.error("broke-off", "ERASURE_FAILED"));
      // The failure's own message may quote the user.
      throw new IllegalStateException(
          "The erasure broke off: see the log line of this invocation, then invoke it again");
    }
  }

  private static Map<String, Object> response(String sub, AdminErasure.Removed removed) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("sub", sub);
    response.put("row", removed.row());
    response.put("claims", removed.claims());
    response.put("user", removed.user());
    return response;
  }

  private static @Nullable String sub(@Nullable Map<String, Object> input) {
    return input != null && input.get("sub") instanceof String sub && UUID.matcher(sub).matches()
        ? sub
        : null;
  }
}

package dev.gatehouse.local.inspect;

import com.google.gson.JsonParseException;
import dev.gatehouse.local.activity.Activity;
import dev.gatehouse.local.activity.Masking;
import dev.gatehouse.local.http.Trace;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.lambda.invoke.FunctionCall;

/** The replay of a function call, with the same or an edited event. */
public record Replay(Lambda lambda, Activity activity) {

  /**
   * Runs the function of a call again and returns the new call. A mask in the event is the secret
   * of the call again.
   *
   * @param event JSON; throws {@link JsonParseException} if it is not
   */
  public FunctionCall run(FunctionCall call, String event) {
    String restored = Masking.restore(event, call.event());
    String root = Trace.newRoot();
    Trace.in(root, () -> lambda.replay(call.function(), restored));
    return activity.calls(root).stream()
        .filter(each -> each.caller().equals(Lambda.REPLAY))
        .findFirst()
        .orElseThrow();
  }
}

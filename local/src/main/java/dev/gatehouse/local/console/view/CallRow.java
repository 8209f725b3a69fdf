package dev.gatehouse.local.console.view;

import dev.gatehouse.local.inspect.CallOutcome;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import io.jstach.jstache.JStache;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function call in a list.
 *
 * @param cause what called the function: a trigger source, a route, or a service
 * @param result the code of a refusal, or the outcome
 * @param style the CSS class of the result: good, refusal or bad
 */
@JStache(path = "dev/gatehouse/local/console/call-row.html")
public record CallRow(
    String id,
    DisplayTime time,
    String function,
    String cause,
    String result,
    String style,
    long millis,
    boolean cold) {

  private static final Pattern TRIGGER = Pattern.compile("\"triggerSource\"\\s*:\\s*\"(\\w+)\"");

  private static final Pattern METHOD = Pattern.compile("\"httpMethod\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern PATH = Pattern.compile("\"path\"\\s*:\\s*\"([^\"]+)\"");

  /** Returns the row of a call. */
  public static CallRow of(FunctionCall call) {
    boolean refused = call.outcome().equals(FunctionCall.REFUSED);
    return new CallRow(
        call.id(),
        DisplayTime.of(call.at()),
        call.function(),
        cause(call),
        refused ? call.code() : call.outcome(),
        refused ? "refusal" : CallOutcome.failed(call) ? "bad" : "good",
        call.duration().toMillis(),
        call.cold());
  }

  private static String cause(FunctionCall call) {
    Matcher trigger = TRIGGER.matcher(call.event());
    Matcher method = METHOD.matcher(call.event());
    Matcher path = PATH.matcher(call.event());
    String cause =
        trigger.find()
            ? trigger.group(1)
            : method.find() && path.find() ? method.group(1) + " " + path.group(1) : "";
    return cause.isEmpty()
        ? call.caller()
        : call.caller().equals("replay") ? "replay of " + cause : cause;
  }
}

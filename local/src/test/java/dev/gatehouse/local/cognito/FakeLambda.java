package dev.gatehouse.local.cognito;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A Lambda service that returns each event unchanged unless a test sets another response. */
public final class FakeLambda implements AsyncLambdaInvoker {
  private final Map<String, Function<JsonObject, InvocationResult>> functions = new HashMap<>();
  public final List<RecordedInvocation> invocations = new CopyOnWriteArrayList<>();

  /** An invocation with its event. */
  public record RecordedInvocation(
      String functionArn, String principal, String sourceArn, String event, Duration timeout) {
    /** Returns the event. */
    public JsonObject json() {
      return JsonParser.parseString(event).getAsJsonObject();
    }

    /** Returns the trigger source. */
    public String source() {
      return json().get("triggerSource").getAsString();
    }
  }

  /** Sets the response of a function. */
  public void respond(String function, InvocationResult response) {
    functions.put(function, event -> response);
  }

  /** Sets a function that changes the event's response member. */
  public void changeResponse(String function, Consumer<JsonObject> change) {
    functions.put(
        function,
        event -> {
          change.accept(event.getAsJsonObject("response"));
          return new InvocationResult.Succeeded(event.toString());
        });
  }

  /** Sets a function that changes the event. */
  public void changeEvent(String function, UnaryOperator<JsonObject> change) {
    functions.put(
        function, event -> new InvocationResult.Succeeded(change.apply(event).toString()));
  }

  /** Returns the trigger sources of all invocations. */
  public List<String> sources() {
    return invocations.stream().map(RecordedInvocation::source).toList();
  }

  /** Returns the last invocation. */
  public RecordedInvocation last() {
    return invocations.getLast();
  }

  /** Invokes the function synchronously, which suffices for an asynchronous invocation. */
  @Override
  public InvocationResult invokeAsync(
      String functionArn, String principal, String sourceArn, String event) {
    return switch (invoke(functionArn, principal, sourceArn, event, Duration.ZERO)) {
      case InvocationResult.AccessDenied denied -> denied;
      case InvocationResult.NotFound missing -> missing;
      default -> new InvocationResult.Succeeded("");
    };
  }

  @Override
  public InvocationResult invoke(
      String functionArn, String principal, String sourceArn, String event, Duration timeout) {
    RecordedInvocation call =
        new RecordedInvocation(functionArn, principal, sourceArn, event, timeout);
    invocations.add(call);
    String function =
        functionArn.replaceFirst(".*:function:gatehouse-local-", "").replaceFirst(":live$", "");
    return functions
        .getOrDefault(function, json -> new InvocationResult.Succeeded(event))
        .apply(call.json());
  }
}

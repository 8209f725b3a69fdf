package dev.gatehouse.local.cognito;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.LambdaStarter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Answers as functions would: with the event as it came unless a test says otherwise. */
final class ScriptedLambda implements LambdaStarter {
  private final Map<String, Function<JsonObject, Invocation>> scripts = new HashMap<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();

  record Call(
      String functionArn, String principal, String sourceArn, String event, Duration patience) {
    JsonObject json() {
      return JsonParser.parseString(event).getAsJsonObject();
    }

    String source() {
      return json().get("triggerSource").getAsString();
    }
  }

  /** Has the function answer with this, whatever it is asked. */
  void on(String function, Invocation answer) {
    scripts.put(function, event -> answer);
  }

  /** Has the function answer with the event after this change. */
  void change(String function, Consumer<JsonObject> response) {
    scripts.put(
        function,
        event -> {
          response.accept(event.getAsJsonObject("response"));
          return new Invocation.Answered(event.toString());
        });
  }

  /** Has the function answer with what becomes of the event. */
  void answer(String function, UnaryOperator<JsonObject> answer) {
    scripts.put(function, event -> new Invocation.Answered(answer.apply(event).toString()));
  }

  List<String> sources() {
    return calls.stream().map(Call::source).toList();
  }

  Call last() {
    return calls.getLast();
  }

  /** Runs the function before it returns, which is soon enough for whoever does not wait. */
  @Override
  public Invocation start(String functionArn, String principal, String sourceArn, String event) {
    return switch (invoke(functionArn, principal, sourceArn, event, Duration.ZERO)) {
      case Invocation.Denied denied -> denied;
      case Invocation.NotFound missing -> missing;
      default -> new Invocation.Answered("");
    };
  }

  @Override
  public Invocation invoke(
      String functionArn, String principal, String sourceArn, String event, Duration patience) {
    Call call = new Call(functionArn, principal, sourceArn, event, patience);
    calls.add(call);
    String function =
        functionArn.replaceFirst(".*:function:gatehouse-local-", "").replaceFirst(":live$", "");
    return scripts
        .getOrDefault(function, json -> new Invocation.Answered(event))
        .apply(call.json());
  }
}

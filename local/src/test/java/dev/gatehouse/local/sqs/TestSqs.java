package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** SQS with the queues {@code waiting} and {@code dead}, called as a client calls it. */
public final class TestSqs {

  /** The clock of SQS. */
  public final TestClock clock = new TestClock();

  private final Sqs sqs;

  /** Creates SQS that stores nothing. */
  public TestSqs() {
    this(StateStore.none());
  }

  /** Creates SQS with what was stored. */
  public TestSqs(StateStore state) {
    sqs = Sqs.of(QueuePlan.plan(QueuePlan.REDRIVE, ""), clock, state);
  }

  /** Moves the clock, which receivers notice. */
  public void move(Duration time) {
    clock.pass(time);
    sqs.clockMoved();
  }

  /** Returns the response of SQS. */
  public Response call(String operation, String body) {
    return sqs.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of("AmazonSQS." + operation)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  /** Returns the response of SQS to a form. */
  public Response form(String path, String form) {
    return sqs.handle(
        new Request("POST", path, Map.of(), Map.of(), "127.0.0.1", form.getBytes(UTF_8)));
  }

  /** Returns the members of a successful response. */
  public JsonObject execute(String operation, String body) {
    Response response = call(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return JsonParser.parseString(response.text()).getAsJsonObject();
  }

  /** Sends a message to the queue {@code waiting} and returns the response. */
  public JsonObject send(String body) {
    JsonObject request = new JsonObject();
    request.addProperty("QueueUrl", URL + "waiting");
    request.addProperty("MessageBody", body);
    return execute("SendMessage", request.toString());
  }

  /** Receives up to ten messages of a queue. */
  public List<JsonObject> receive(String queue) {
    JsonObject response =
        execute(
            "ReceiveMessage",
            "{\"QueueUrl\": \"%s\", \"MaxNumberOfMessages\": 10, \"AttributeNames\": [\"All\"]}"
                .formatted(URL + queue));
    return response.has("Messages")
        ? response.getAsJsonArray("Messages").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  /** Returns an attribute of a queue. */
  public String attribute(String queue, String name) {
    return execute(
            "GetQueueAttributes",
            "{\"QueueUrl\": \"%s\", \"AttributeNames\": [\"%s\"]}".formatted(URL + queue, name))
        .getAsJsonObject("Attributes")
        .get(name)
        .getAsString();
  }
}

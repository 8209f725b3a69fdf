package dev.gatehouse.local.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.store.StoreNotWritable;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredRequestsTest {

  private static Response sendToFullDisk(String contentType) {
    StoredRequests services =
        new StoredRequests(
            request -> {
              throw StoreNotWritable.undone();
            },
            StateStore.none());
    return services.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("Content-Type", List.of(contentType)),
            "127.0.0.1",
            "{}".getBytes(UTF_8)));
  }

  @Test
  void requestThatCannotBeStoredSaysSoInTheProtocolOfTheClient() {
    Response json = sendToFullDisk("application/x-amz-json-1.1");
    assertThat(json.status()).isEqualTo(500);
    assertThat(json.text())
        .startsWith("{\"__type\":\"InternalFailure\",\"message\":\"What this request changed is");

    Response form = sendToFullDisk("application/x-www-form-urlencoded; charset=utf-8");
    assertThat(form.status()).isEqualTo(500);
    assertThat(form.text()).contains("<Code>InternalFailure</Code>", "is undone");
  }

  @Test
  void otherResponsesAreUnchanged() {
    Response response = new Response(204, Map.of(), new byte[0]);
    Request request = new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]);

    assertThat(new StoredRequests(any -> response, StateStore.none()).handle(request))
        .isSameAs(response);
  }
}

package dev.gatehouse.local.apigateway.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.apigateway.resources.BinaryMediaTypes;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {

  private static final Request REQUEST =
      new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]);

  private static Optional<Response> respond(String payload) {
    return ProxyResponse.of(payload, REQUEST, new BinaryMediaTypes(List.of()));
  }

  @Test
  void responseHeadersAreMerged() {
    Response response =
        respond(
                """
                {"statusCode": 201, "headers": {"Set-Cookie": "a", "content-type": "text/plain", "Connection": "close", "X": "1", "Flag": true},
                 "multiValueHeaders": {"Set-Cookie": ["b", "c"], "X": ["1"]}, "body": null, "isBase64Encoded": false}
                """)
            .orElseThrow();

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsEntry("Set-Cookie", List.of("b", "c", "a"))
        .containsEntry("X", List.of("1"))
        .containsEntry("Flag", List.of("true"))
        .containsEntry("content-type", List.of("text/plain"));
    assertThat(response.headers().getOrDefault("Connection", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 200",
        "{'headers': {}} | 200",
        "{'statusCode': '201'} | 201",
        "{'statusCode': 404} | 404"
      })
  void noMemberOfAResponseIsRequired(String payload, int status) {
    assertThat(respond(payload.replace('\'', '"')).orElseThrow().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"text\"",
        "not json",
        "{\"statusCode\": 200, \"wrongValue\": \"v\"}",
        "{\"statusCode\": \"ok\"}",
        "{\"statusCode\": true}",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 200, \"body\": {}}",
        "{\"statusCode\": 200, \"body\": 5}",
        "{\"statusCode\": 200, \"headers\": [\"a\"]}",
        "{\"statusCode\": 200, \"headers\": {\"A\": 1}}",
        "{\"statusCode\": 200, \"headers\": {\"A b\": \"c\"}}",
        "{\"statusCode\": 200, \"headers\": {\"A\": \"b\\r\\nC: d\"}}",
        "{\"statusCode\": 200, \"multiValueHeaders\": {\"A\": \"b\"}}",
      })
  void malformedResponseIsNone(String payload) {
    assertThat(respond(payload)).isEmpty();
  }
}

package dev.gatehouse.local.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AwsProtocolTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AWS_JSON_1_0 | application/x-amz-json-1.0 | {\"__type\":\"Some\",\"message\":\"text\"}",
        "AWS_JSON_1_1 | application/x-amz-json-1.1 | {\"__type\":\"Some\",\"message\":\"text\"}",
        "REST_JSON | application/json | {\"Type\":\"User\",\"Message\":\"text\"}"
      })
  void errorHasTheFormOfTheProtocol(AwsProtocol protocol, String contentType, String body) {
    Response response =
        protocol.error(new AwsException(404, "Some", "text").withHeader("x-more", "1"));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo(body);
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of(contentType))
        .containsEntry("x-more", List.of("1"))
        .containsKey("x-amzn-requestid");
  }
}

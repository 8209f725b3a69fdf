package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResendCodeTest {
  private static final String BODY = "{\"username\":\"jane@example.com\"}";

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void responseContainsTheDeliveryOfTheCode() {
    api.cognito.answers(
        """
        {"CodeDeliveryDetails":{"Destination":"j***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}
        """);
    ApiResponse answer = api.post("/user/resend", BODY);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text())
        .isEqualTo(
            "{\"user\":{\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                + "\"Destination\":\"j***@e***\"}}}");
    assertThat(api.cognito.onlyCall().target()).endsWith(".ResendConfirmationCode");
    assertThat(api.cognito.onlyCall().body().toString())
        .isEqualTo("{\"ClientId\":\"1example23456789\",\"Username\":\"jane@example.com\"}");
  }

  @Test
  void confirmedAccountIsRefused() {
    api.cognito.refuses("InvalidParameterException", "User is already confirmed.");
    ApiResponse answer = api.post("/user/resend", BODY);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ALREADY_CONFIRMED");
  }

  @Test
  void limitHasRetryAfter() {
    api.cognito.refuses(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
    ApiResponse answer = api.post("/user/resend", BODY);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("900");
  }
}

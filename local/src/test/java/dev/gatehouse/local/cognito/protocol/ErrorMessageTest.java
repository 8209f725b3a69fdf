package dev.gatehouse.local.cognito.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every error message of Cognito. */
final class ErrorMessageTest {

  static Stream<ErrorCase> cases() {
    return Stream.concat(SignUpErrorCases.cases(), SignInErrorCases.cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void errorMessageIsCognitos(ErrorCase expected) {
    Reply reply = expected.request().apply(new TestCognito());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.type()).isEqualTo(expected.type());
    assertThat(reply.message()).isEqualTo(expected.message());
    assertThat(reply.response().headers())
        .containsEntry("x-amzn-errortype", List.of(expected.type() + ":"))
        .containsKeys("x-amzn-requestid", "x-amzn-errormessage");
  }
}

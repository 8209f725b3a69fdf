package dev.gatehouse.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Brings about every error that Cognito words itself, one row each. */
final class ErrorTextTest {

  static Stream<ErrorRow> rows() {
    return Stream.concat(SignUpErrors.rows(), SignInErrors.rows());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatCognitoSays(ErrorRow row) {
    Reply reply = row.how().apply(new TestCognito());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.type()).isEqualTo(row.type());
    assertThat(reply.message()).isEqualTo(row.message());
    assertThat(reply.response().headers())
        .containsEntry("x-amzn-errortype", List.of(row.type() + ":"))
        .containsKeys("x-amzn-requestid", "x-amzn-errormessage");
  }
}

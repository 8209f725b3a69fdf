package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ConcurrencyTest {
  private static final int CALLERS = 8;
  private final TestCognito cognito = new TestCognito();

  private static List<Reply> atOnce(Callable<Reply> call) throws Exception {
    return atOnce(CALLERS, call);
  }

  private static List<Reply> atOnce(int callers, Callable<Reply> call) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(callers)) {
      List<Future<Reply>> replies =
          executor.invokeAll(IntStream.range(0, callers).mapToObj(i -> call).toList());
      return replies.stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void oneOfManySignUpsSucceeds() throws Exception {
    List<Reply> replies = atOnce(() -> cognito.signUp(EMAIL));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.status() != 200))
        .allSatisfy(
            reply ->
                assertThat(reply.message())
                    .isIn(
                        "An account with the given email already exists.",
                        "Alias entry already exists for a different username"));
    assertThat(cognito.cognito.users().list()).hasSize(1);
  }

  @Test
  void oneOfManyConfirmationsSucceedsAndPostConfirmationRunsOnce() throws Exception {
    cognito.signUp(EMAIL);
    String code = cognito.mail.code();
    List<Reply> replies = atOnce(() -> cognito.confirm(EMAIL, code));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(cognito.lambda.sources().stream().filter(s -> s.startsWith("PostC"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {EMAIL, "unknown@example.com"})
  void parallelPasswordGuessesAreLockedOut(String email) throws Exception {
    cognito.confirmed(EMAIL);
    List<Reply> replies = atOnce(30, () -> cognito.signIn(email, "Wr0ng-one"));

    assertThat(replies.stream().map(Reply::message).filter("Password attempts exceeded"::equals))
        .hasSize(25);
  }

  @ParameterizedTest
  @CsvSource({
    "ConfirmSignUp, 15, CodeMismatchException",
    "ConfirmForgotPassword, 20, ExpiredCodeException",
    "ResendConfirmationCode, 5, ''",
    "ForgotPassword, 20, ''"
  })
  void parallelAttemptsAreLimited(String operation, int limit, String type) throws Exception {
    cognito.signUp(EMAIL);
    JsonObject request =
        json(
            "ClientId",
            TestCognito.CLIENT,
            "Username",
            EMAIL,
            "ConfirmationCode",
            "x",
            "Password",
            PASSWORD);
    List<Reply> replies = atOnce(40, () -> cognito.call(operation, request));

    assertThat(replies.stream().filter(reply -> isType(reply, "LimitExceededException")))
        .hasSize(40 - limit);
    assertThat(replies.stream().filter(reply -> isType(reply, type))).hasSize(limit);
  }

  private static boolean isType(Reply reply, String type) {
    return reply.status() == 200 ? type.isEmpty() : reply.type().equals(type);
  }

  @Test
  void concurrentSignInsSucceed() throws Exception {
    cognito.confirmed(EMAIL);

    assertThat(atOnce(() -> cognito.signIn(EMAIL, PASSWORD)))
        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
    cognito.restart();
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }
}

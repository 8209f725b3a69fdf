package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ConcurrencyTest {
  private static final int CALLERS = 8;
  private final TestCognito cognito = new TestCognito();

  private static List<Reply> atOnce(Callable<Reply> call) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Reply>> replies =
          executor.invokeAll(IntStream.range(0, CALLERS).mapToObj(i -> call).toList());
      return replies.stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void oneOfManySignUpsSucceeds() throws Exception {
    List<Reply> replies = atOnce(() -> cognito.signUp(EMAIL));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.status() != 200))
        .allSatisfy(reply -> assertThat(reply.type()).isEqualTo("UsernameExistsException"));
    assertThat(cognito.cognito.users()).hasSize(1);
  }

  @Test
  void oneOfManyConfirmationsSucceedsAndPostConfirmationRunsOnce() throws Exception {
    cognito.signUp(EMAIL);
    String code = cognito.mail.code();
    List<Reply> replies = atOnce(() -> cognito.confirm(EMAIL, code));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(cognito.lambda.sources().stream().filter(s -> s.startsWith("PostC"))).hasSize(1);
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

package dev.gatehouse.triggers.postconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import dev.gatehouse.triggers.postconfirmation.sqs.SqsDeferredUsers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time limits of table and queue, within the function's four seconds. */
@Tag("extended")
final class PostConfirmationTimeBudgetIT {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "USERS_TABLE", "users",
          "DEFERRED_USERS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/000000000000/deferred",
          "EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true",
          "MAILBOXES_TABLE", "mailboxes",
          "AWS_REGION", "us-east-1");

  /** The timeout of the function in the Pulumi program. */
  private static final Duration BUDGET = Duration.ofSeconds(4);

  private final RecordedLog log = new RecordedLog();

  @BeforeEach
  void setCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void clearProperties() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  @Test
  void callsWithoutAResponseTimeOut() throws Exception {
    // Connections wait in the backlog: the kernel accepts them, and no process responds.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(timeAgainst(silent)).isBetween(Duration.ofSeconds(2), BUDGET);
    }
    assertLost();
  }

  @Test
  void connectsWithoutAResponseTimeOut() throws Exception {
    // When the backlog is full, the kernel lets new connections wait, as a firewall would.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> connections = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        connections.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      assertThat(timeAgainst(full)).isBetween(Duration.ofSeconds(2), BUDGET);
      for (Socket connection : connections) {
        connection.close();
      }
    }
    assertLost();
  }

  private Duration timeAgainst(ServerSocket endpoint) {
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + endpoint.getLocalPort());
    PostConfirmationHandler handler =
        new PostConfirmationHandler(
            PostConfirmationHandler.copies(new FunctionSettings(SETTINGS)),
            () -> PostConfirmationHandler.lastAttempt(new FunctionSettings(SETTINGS)),
            SqsDeferredUsers.from(new FunctionSettings(SETTINGS)),
            PasswordNotices.NONE,
            RecordedLog.CLOCK,
            log.of("post-confirmation"));
    long start = System.nanoTime();
    RoundTrip.through(handler, Events.event("post-confirmation/confirm-sign-up"));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void assertLost() {
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("lost");
    assertThat(log.line().get("UserCopyLost").getAsInt()).isOne();
  }
}

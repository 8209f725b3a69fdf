package dev.gatehouse.triggers.postconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import dev.gatehouse.triggers.deferredusers.SqsDeferredUsers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds table and queue, as the function builds both, to the function's four seconds. */
final class PostConfirmationTimeBudgetIT {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "USERS_TABLE", "users",
          "DEFERRED_USERS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/000000000000/deferred",
          "EMAIL_SUBADDRESS", "unique",
          "MAILBOXES_TABLE", "mailboxes",
          "AWS_REGION", "us-east-1");

  /** What the Pulumi program gives the function before Lambda ends it. */
  private static final Duration BUDGET = Duration.ofSeconds(4);

  private final RecordedLog log = new RecordedLog();

  @BeforeEach
  void giveCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void takeThemBack() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.clearProperty("aws.endpointUrl");
  }

  @Test
  void tableAndQueueThatNeverAnswerAreBothGivenUpInTime() throws Exception {
    // Connections wait in the backlog: accepted by the system, answered by nobody.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(timeAgainst(silent)).isBetween(Duration.ofSeconds(2), BUDGET);
    }
    assertLost();
  }

  @Test
  void tableAndQueueThatCannotBeReachedAreBothGivenUpInTime() throws Exception {
    // Once the backlog is full the system lets new connections wait, as a firewall would.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> crowd = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        crowd.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      assertThat(timeAgainst(full)).isBetween(Duration.ofSeconds(2), BUDGET);
      for (Socket one : crowd) {
        one.close();
      }
    }
    assertLost();
  }

  private Duration timeAgainst(ServerSocket endpoint) {
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + endpoint.getLocalPort());
    PostConfirmationHandler handler =
        new PostConfirmationHandler(
            PostConfirmationHandler.copies(SETTINGS),
            SqsDeferredUsers.from(SETTINGS),
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

package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Holds the client as the functions build it to what is left of Cognito's five seconds. */
final class DynamoDbUsersTimeBudgetIT {
  private static final Map<String, String> SETTINGS =
      Map.of("USERS_TABLE", "users", "AWS_REGION", "us-east-1");

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
  void tableThatNeverAnswersIsGivenUpInTime() throws Exception {
    // Connections wait in the backlog: accepted by the system, answered by nobody.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty("aws.endpointUrl", "http://localhost:" + silent.getLocalPort());
      Users users = DynamoDbUsers.from(SETTINGS);
      long start = System.nanoTime();
      assertThatThrownBy(() -> users.putIfAbsent(UsersContract.jane()))
          .isInstanceOf(SdkClientException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void tableThatRefusesTheConnectionIsGivenUpInTime() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    System.setProperty("aws.endpointUrl", "http://localhost:" + port);
    Users users = DynamoDbUsers.from(SETTINGS);
    long start = System.nanoTime();
    assertThatThrownBy(() -> users.find("nobody")).isInstanceOf(SdkClientException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }
}

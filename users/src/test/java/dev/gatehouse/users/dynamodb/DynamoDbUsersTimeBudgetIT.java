package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.Users;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The time limits of the DynamoDB client of the functions, within Cognito's five seconds. */
@Tag("extended")
final class DynamoDbUsersTimeBudgetIT {
  private static final Map<String, String> SETTINGS =
      Map.of("USERS_TABLE", "users", "AWS_REGION", "us-east-1");

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
  void callWithoutAResponseTimesOut() throws Exception {
    // Connections wait in the backlog: the kernel accepts them, and no process responds.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty("aws.endpointUrl", "http://localhost:" + silent.getLocalPort());
      Users users = DynamoDbUsers.from(new FunctionSettings(SETTINGS));
      long start = System.nanoTime();
      assertThatThrownBy(() -> users.putIfAbsent(TestUsers.jane()))
          .isInstanceOf(SdkClientException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void refusedConnectionFailsInTime() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    System.setProperty("aws.endpointUrl", "http://localhost:" + port);
    Users users = DynamoDbUsers.from(new FunctionSettings(SETTINGS));
    long start = System.nanoTime();
    assertThatThrownBy(() -> users.find("any")).isInstanceOf(SdkClientException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }
}

package dev.gatehouse.users.dynamodb;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The contract of the users table, fulfilled by LocalStack; skipped without a Docker engine. */
@EnabledIf(
    value = "isDockerAvailable",
    disabledReason = "LocalStack needs Docker: no engine is available")
final class DynamoDbUsersOnLocalStackIT extends DynamoDbUsersContract {
  /** The last image that starts without the token of an account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private final LocalStackContainer localStack =
      new LocalStackContainer(IMAGE).withServices("dynamodb");

  static boolean isDockerAvailable() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  URI start() {
    localStack.start();
    return localStack.getEndpoint();
  }

  @Override
  void stop() {
    localStack.stop();
  }
}

package dev.gatehouse.users;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** Holds the table to the contract against LocalStack, where a Docker engine can run it. */
@EnabledIf(value = "dockerIsThere", disabledReason = "LocalStack needs Docker: no engine answers")
final class DynamoDbUsersOnLocalStackIT extends DynamoDbUsersContract {
  /** The last that starts without an account's token; those of March 2026 and later ask for one. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private final LocalStackContainer localStack =
      new LocalStackContainer(IMAGE).withServices("dynamodb");

  static boolean dockerIsThere() {
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

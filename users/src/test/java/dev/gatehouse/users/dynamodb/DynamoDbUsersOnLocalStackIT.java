package dev.gatehouse.users.dynamodb;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.localstack.LocalStackContainer;

/** The contract of the users table, fulfilled by LocalStack; skipped without Docker. */
@ExtendWith(LocalStack.class)
final class DynamoDbUsersOnLocalStackIT extends DynamoDbUsersContract {
  private @Nullable LocalStackContainer localStack;

  @Override
  URI start() {
    localStack = LocalStack.start("dynamodb");
    return localStack.getEndpoint();
  }

  @Override
  void stop() {
    if (localStack != null) {
      localStack.stop();
    }
  }
}

package dev.gatehouse.users.dynamodb;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of the users table, fulfilled by LocalStack; skipped without it. */
@ExtendWith(LocalStack.Condition.class)
@Tag("localstack")
final class DynamoDbUsersOnLocalStackIT extends DynamoDbUsersContract {
  private @Nullable LocalStack localStack;

  @Override
  URI start() {
    localStack = LocalStack.start("dynamodb");
    return localStack.endpoint();
  }

  @Override
  void stop() {
    if (localStack != null) {
      localStack.close();
    }
  }
}

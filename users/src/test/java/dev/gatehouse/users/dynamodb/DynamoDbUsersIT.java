package dev.gatehouse.users.dynamodb;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The contract of the users table, fulfilled by AWS's DynamoDB Local, or by the endpoint {@code
 * -Dtarget.aws=http://...}.
 */
final class DynamoDbUsersIT extends DynamoDbUsersContract {
  private @Nullable LocalDynamoDb local;

  @Override
  URI start() throws Exception {
    String target = System.getProperty("target.aws");
    if (target != null) {
      return URI.create(target);
    }
    local = new LocalDynamoDb();
    return local.uri();
  }

  @Override
  void stop() throws Exception {
    if (local != null) {
      local.stop();
    }
  }
}

package dev.gatehouse.users;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Holds the table to the contract against AWS's DynamoDB Local, or against whatever speaks AWS at
 * {@code -Dtarget.aws=http://...}.
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

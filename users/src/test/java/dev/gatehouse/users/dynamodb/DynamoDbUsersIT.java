package dev.gatehouse.users.dynamodb;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The contract of the users table, fulfilled by the engine of the local emulator, or by the
 * endpoint {@code -Dtarget.aws=http://...}.
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

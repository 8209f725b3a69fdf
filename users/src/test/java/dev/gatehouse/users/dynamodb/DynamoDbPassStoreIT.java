package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.PassStore;
import dev.gatehouse.users.PassStoreContract;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link PassStore}, fulfilled by a table of the local emulator's engine. */
final class DynamoDbPassStoreIT extends PassStoreContract {
  private final UsersTable table = new UsersTable();

  @Override
  protected PassStore passes() {
    return table.passes();
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void itemsOfAPassAreNoRows() {
    PassStore passes = passes();
    passes.acquire("one", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
    passes.save("one", Map.of("cursor", "1"), Instant.EPOCH);
    passes.saveFilter("1", new byte[256 * 1024]);
    table.users().putIfAbsent(TestUsers.minimal("jane"));
    assertThat(table.users().rows(null).rows()).extracting(StoredUser::sub).containsExactly("jane");
  }
}

package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.TestUsers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ids in the rows of a table of the local emulator's engine. */
final class DynamoDbUserIdsIT {
  private final UsersTable table = new UsersTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void moreUsersThanABatchHaveTheIdsOfTheirRows() {
    List<String> subs = IntStream.range(0, 130).mapToObj(i -> "user-" + i).toList();
    subs.forEach(sub -> table.users().putIfAbsent(TestUsers.minimal(sub)));
    Map<String, String> ids = table.ids().idsOf(subs);
    assertThat(ids).hasSize(130).allSatisfy((sub, id) -> assertThat(id).isEqualTo(sub));
  }

  @Test
  void userWithoutARowHasNone() {
    table.users().putIfAbsent(TestUsers.minimal("jane"));
    assertThat(table.ids().idsOf(List.of("jane", "john", "jane"))).containsOnlyKeys("jane");
    assertThat(table.ids().idsOf(List.of())).isEmpty();
  }
}

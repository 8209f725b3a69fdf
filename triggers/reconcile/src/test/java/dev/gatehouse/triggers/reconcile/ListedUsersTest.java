package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The filter of the users that a pass has listed. */
final class ListedUsersTest {
  private static List<String> users(String name, int many) {
    return IntStream.range(0, many).mapToObj(i -> name + "-" + i).toList();
  }

  @Test
  void listedUserIsNeverLacking() {
    ListedUsers listed = ListedUsers.empty(1, 1000);
    users("jane", 1000).forEach(listed::add);
    ListedUsers stored = ListedUsers.of(listed.bytes(), 1, 1000);
    assertThat(users("jane", 1000)).noneMatch(stored::lacks);
  }

  @Test
  void mostOthersAreLackingInOnePassAndAllInAFew() {
    BitSet found = new BitSet();
    for (int pass = 1; pass <= 6; pass++) {
      ListedUsers listed = ListedUsers.empty(pass, 100_000);
      users("jane", 100_000).forEach(listed::add);
      BitSet now = new BitSet();
      IntStream.range(0, 1000).filter(i -> listed.lacks("gone-" + i)).forEach(now::set);
      assertThat(now.cardinality()).isGreaterThan(850);
      found.or(now);
    }
    assertThat(found.cardinality()).isEqualTo(1000);
  }

  @Test
  void fiveMillionUsersAreLookedAtInTwentyPassesWithAFilterThatFitsIntoAnItem() {
    BitSet found = new BitSet();
    for (int pass = 1; pass <= 20; pass++) {
      ListedUsers none = ListedUsers.empty(pass, 5_000_000);
      assertThat(none.bytes()).hasSize(256 * 1024);
      IntStream.range(0, 1000).filter(i -> none.lacks("gone-" + i)).forEach(found::set);
    }
    assertThat(found.cardinality()).isEqualTo(1000);
  }

  @Test
  void smallPoolHasASmallFilterAndAnUnknownOneLacksNobody() {
    assertThat(ListedUsers.empty(1, 3).bytes()).hasSize(1024);
    assertThat(ListedUsers.empty(1, -1).bytes()).as("unknown number").hasSize(256 * 1024);
    assertThat(users("jane", 100)).noneMatch(ListedUsers.unknown(1, 3)::lacks);
  }
}

package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param roleArn the IAM role of the group, null for none
 * @param precedence the rank of the group, the lowest first; null for the last
 */
public record Group(
    String name,
    @Nullable String description,
    @Nullable String roleArn,
    @Nullable Integer precedence,
    Instant created,
    Instant modified) {
  /** The order of groups in tokens. */
  static final Comparator<Group> ORDER =
      Comparator.comparingInt(Group::rank).thenComparing(Group::name);

  int rank() {
    return precedence == null ? Integer.MAX_VALUE : precedence;
  }
}

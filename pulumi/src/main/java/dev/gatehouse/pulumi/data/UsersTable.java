package dev.gatehouse.pulumi.data;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * The table with one row for every confirmed user, keyed by {@code sub}, and for some time a
 * tombstone of every erased one.
 */
public record UsersTable(ProtectedTable table) {
  static UsersTable of(StackConfig config) {
    return new UsersTable(ProtectedTable.of(config, "users", "sub", "tombstoneExpiresAt"));
  }

  /** Returns a policy that allows these actions on the table. */
  public InlinePolicy policy(String... actions) {
    return table.policy(actions);
  }

  /** Returns the name of the table. */
  public Output<String> name() {
    return table.name();
  }
}

package dev.gatehouse.pulumi.data;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * The table with one row for every confirmed user, keyed by {@code sub}, and for some time a
 * tombstone of every erased one. It is the stack's own, or one that was restored from it; then the
 * stack's own stays as it is.
 */
public record UsersTable(Output<String> name, Output<String> arn) {
  private static final String NAME = "users";
  private static final String KEY = "sub";
  private static final String EXPIRY = "tombstoneExpiresAt";

  static UsersTable of(StackConfig config) {
    ProtectedTable own = ProtectedTable.of(config, NAME, KEY, EXPIRY);
    String restored = config.recovery().usersTableName();
    return restored.isEmpty()
        ? new UsersTable(own.name(), own.table().arn())
        : new UsersTable(
            Output.of(restored),
            Output.of(RestoredTable.find(restored, config.protectData()).arn(KEY, EXPIRY)));
  }

  /** Returns a policy that allows these actions on the table. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(NAME, arn.applyValue(it -> PolicyDocuments.allow(it, actions)));
  }
}

package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is all that is kept of people beside their accounts, and the function that makes up for gaps. */
record StoredUsers(
    UsersTable users, Mailboxes mailboxes, DeferredUsers deferred, JavaFunction drain) {
  static StoredUsers of(StackConfig config, Archives archives) {
    UsersTable users = UsersTable.of(config);
    Mailboxes mailboxes = Mailboxes.of(config);
    DeferredUsers deferred = DeferredUsers.of(config);
    return new StoredUsers(
        users, mailboxes, deferred, deferred.drain(config, archives, users, mailboxes));
  }

  Output<String> tableName() {
    return users.name();
  }

  Output<String> deadLetterQueueUrl() {
    return deferred.deadUrl();
  }
}

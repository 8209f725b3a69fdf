package dev.gatehouse.pulumi.data;

import dev.gatehouse.pulumi.settings.StackConfig;

/** The storage of users outside the user pool. */
public record UserStorage(
    UsersTable users,
    MailboxesTable mailboxes,
    DeferredUsersQueue deferredUsers,
    PicturesBucket pictures,
    PoolExportsBucket poolExports) {

  /** Declares the tables with their backups, the queue and the buckets. */
  public static UserStorage of(StackConfig config) {
    UsersTable users = UsersTable.of(config);
    TableBackups.of(config, users);
    return new UserStorage(
        users,
        MailboxesTable.of(config),
        DeferredUsersQueue.of(config),
        PicturesBucket.of(config),
        PoolExportsBucket.of(config));
  }
}

package dev.gatehouse.pulumi.data;

import dev.gatehouse.pulumi.settings.StackConfig;

/** The storage of users outside the user pool. */
public record UserStorage(
    UsersTable users,
    MailboxesTable mailboxes,
    DeferredUsersQueue deferredUsers,
    PicturesBucket pictures) {

  /** Declares the tables, the queue and the bucket. */
  public static UserStorage of(StackConfig config) {
    return new UserStorage(
        UsersTable.of(config),
        MailboxesTable.of(config),
        DeferredUsersQueue.of(config),
        PicturesBucket.of(config));
  }
}

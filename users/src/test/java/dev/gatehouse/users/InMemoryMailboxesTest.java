package dev.gatehouse.users;

/** Holds the claims kept in memory to the contract that the table is held to. */
final class InMemoryMailboxesTest extends MailboxesContract {
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();

  @Override
  Mailboxes mailboxes() {
    return mailboxes;
  }
}

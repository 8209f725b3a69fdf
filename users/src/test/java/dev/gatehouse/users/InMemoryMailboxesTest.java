package dev.gatehouse.users;

/** The contract of {@link Mailboxes}, fulfilled by the fake in memory. */
final class InMemoryMailboxesTest extends MailboxesContract {
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();

  @Override
  public Mailboxes mailboxes() {
    return mailboxes;
  }
}

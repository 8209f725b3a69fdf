package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A fake of the mailboxes table in memory, which fulfills the same contract. */
public final class InMemoryMailboxes implements Mailboxes {
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private volatile boolean down;

  @Override
  public boolean claim(String mailbox, String sub, Instant now) {
    throwIfDown();
    return owners.merge(mailbox, sub, (first, later) -> first).equals(sub);
  }

  @Override
  public Optional<String> owner(String mailbox) {
    throwIfDown();
    return Optional.ofNullable(owners.get(mailbox));
  }

  /** Makes every later call fail. */
  public void failing() {
    down = true;
  }

  /** Returns the owners of the claimed mailboxes. */
  public List<String> owners() {
    return List.copyOf(owners.values());
  }

  private void throwIfDown() {
    if (down) {
      throw new IllegalStateException("the table of mailboxes is down");
    }
  }
}

package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps claims in memory, for tests; held to the same contract as the real one. */
public final class InMemoryMailboxes implements Mailboxes {
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private volatile boolean down;

  @Override
  public boolean claim(String mailbox, String sub, Instant now) {
    refuseIfDown();
    return owners.merge(mailbox, sub, (first, later) -> first).equals(sub);
  }

  @Override
  public Optional<String> owner(String mailbox) {
    refuseIfDown();
    return Optional.ofNullable(owners.get(mailbox));
  }

  /** From now on fails as a table does that is down. */
  public void failing() {
    down = true;
  }

  /** Returns whose the claimed mailboxes are. */
  public List<String> claims() {
    return List.copyOf(owners.values());
  }

  private void refuseIfDown() {
    if (down) {
      throw new IllegalStateException("the table of mailboxes is down");
    }
  }
}

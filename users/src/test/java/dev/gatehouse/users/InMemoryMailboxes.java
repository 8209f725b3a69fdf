package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A fake of the mailboxes table in memory, which fulfills the same contract. */
public final class InMemoryMailboxes implements Mailboxes {
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final Map<String, Instant> times = new ConcurrentHashMap<>();
  private volatile boolean down;

  @Override
  public boolean claim(String mailbox, String sub, Instant now) {
    throwIfDown();
    times.put(mailbox, now);
    return owners.merge(mailbox, sub, (first, later) -> first).equals(sub);
  }

  @Override
  public Optional<String> owner(String mailbox) {
    throwIfDown();
    return Optional.ofNullable(owners.get(mailbox));
  }

  @Override
  public boolean release(String mailbox, String sub) {
    throwIfDown();
    return owners.remove(mailbox, sub);
  }

  @Override
  public ClaimPage claims(@Nullable String token) {
    throwIfDown();
    return new ClaimPage(
        owners.entrySet().stream()
            .map(claim -> new Claim(claim.getKey(), claim.getValue(), times.get(claim.getKey())))
            .toList(),
        null);
  }

  /** Makes every later call fail. */
  public void failing() {
    down = true;
  }

  /** Makes every later call succeed. */
  public void working() {
    down = false;
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

package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A fake of the users table in memory, which fulfills the same contract. */
public final class InMemoryUsers implements Users, UserRows {
  private final Map<String, StoredUser> rows = new ConcurrentHashMap<>();
  private final Map<String, Instant> tombstones = new ConcurrentHashMap<>();

  @Override
  public PutResult putIfAbsent(User user) {
    if (tombstones.containsKey(user.sub())) {
      return PutResult.ERASED;
    }
    return rows.putIfAbsent(user.sub(), StoredUser.of(user)) == null
        ? PutResult.WRITTEN
        : PutResult.EXISTS;
  }

  @Override
  public boolean replace(StoredUser row, User next) {
    StoredUser stored = rows.get(next.sub());
    return stored != null
        && stored.version().equals(row.version())
        && rows.replace(next.sub(), stored, StoredUser.of(next));
  }

  @Override
  public Optional<StoredUser> read(String sub) {
    return Optional.ofNullable(rows.get(sub));
  }

  @Override
  public void markErased(String sub, Instant now) {
    tombstones.put(sub, now);
  }

  @Override
  public boolean isErased(String sub) {
    return tombstones.containsKey(sub);
  }

  @Override
  public boolean delete(String sub) {
    return rows.remove(sub) != null;
  }

  @Override
  public RowPage rows(@Nullable String token) {
    return new RowPage(List.copyOf(rows.values()), null);
  }

  @Override
  public void markGone(StoredUser row, Instant now) {
    rows.computeIfPresent(row.sub(), (sub, stored) -> gone(stored, now));
  }

  private static StoredUser gone(StoredUser row, Instant since) {
    return new StoredUser(
        row.sub(),
        row.userId(),
        row.email(),
        row.emailVerified(),
        row.profile(),
        row.isProfileReadable(),
        row.createdAt(),
        row.confirmedAt(),
        row.updatedAt(),
        row.userName(),
        row.userPoolId(),
        row.version(),
        row.goneSince() == null ? since : row.goneSince());
  }

  /** Puts a row as another tool would, damaged or not. */
  public void put(StoredUser row) {
    rows.put(row.sub(), row);
  }
}

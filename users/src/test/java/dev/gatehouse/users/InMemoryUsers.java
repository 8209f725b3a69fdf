package dev.gatehouse.users;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A fake of the users table in memory, which fulfills the same contract. */
public final class InMemoryUsers implements Users {
  private final Map<String, User> rows = new ConcurrentHashMap<>();

  @Override
  public boolean putIfAbsent(User user) {
    return rows.putIfAbsent(user.sub(), user) == null;
  }

  @Override
  public boolean update(User user) {
    User row = rows.get(user.sub());
    return row != null
        && row.version() == user.version() - 1
        && rows.replace(user.sub(), row, user);
  }

  @Override
  public Optional<User> find(String sub) {
    return Optional.ofNullable(rows.get(sub));
  }
}

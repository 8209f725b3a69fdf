package dev.gatehouse.users;

import java.time.Instant;
import java.util.Optional;

/** A table of users that forwards every call to another; a test overrides one. */
public class ForwardingUsers implements Users {
  /** The other table. */
  protected final Users rows;

  /** Creates a table in front of another. */
  public ForwardingUsers(Users rows) {
    this.rows = rows;
  }

  @Override
  public PutResult putIfAbsent(User user) {
    return rows.putIfAbsent(user);
  }

  @Override
  public boolean replace(StoredUser row, User next) {
    return rows.replace(row, next);
  }

  @Override
  public Optional<StoredUser> read(String sub) {
    return rows.read(sub);
  }

  @Override
  public void markErased(String sub, Instant now) {
    rows.markErased(sub, now);
  }

  @Override
  public boolean isErased(String sub) {
    return rows.isErased(sub);
  }

  @Override
  public boolean delete(String sub) {
    return rows.delete(sub);
  }
}

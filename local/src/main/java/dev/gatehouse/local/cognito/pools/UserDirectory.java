package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users of a user pool. Its lock is held during one change and never while a trigger runs,
 * because a trigger may call the pool.
 */
public final class UserDirectory {
  private final boolean emailAsUsername;
  private final Runnable changed;
  private final UserIndex index;

  UserDirectory(UserPoolSettings settings, Collection<PoolUser> users, Runnable changed) {
    this(
        settings.emailAsUsername(),
        new UserIndex(
            users, name -> settings.caseSensitive() ? name : name.toLowerCase(Locale.ROOT)),
        changed);
  }

  UserDirectory(boolean emailAsUsername, UserIndex index, Runnable changed) {
    this.emailAsUsername = emailAsUsername;
    this.changed = changed;
    this.index = index;
  }

  /** Adds a user; throws the given error if the user name or e-mail address is taken. */
  public void add(PoolUser user, AwsException taken) {
    synchronized (this) {
      Optional<String> email = user.attribute("email").filter(address -> emailAsUsername);
      if (find(user.username()).isPresent() || email.flatMap(this::find).isPresent()) {
        throw taken;
      }
      index.put(user);
    }
    changed.run();
  }

  /**
   * Returns the user of this name, of this sub attribute or, where users sign in with it, of this
   * e-mail address.
   */
  public synchronized Optional<PoolUser> find(String name) {
    Optional<PoolUser> user = index.username(name).or(() -> index.sub(name));
    return user.isPresent() || !emailAsUsername ? user : index.email(name);
  }

  /**
   * Applies a change to a user and returns the result. Leaves the user unchanged if the change
   * throws or its e-mail address is another user's. The change runs under the lock: it must be
   * quick and must not invoke a trigger.
   */
  public PoolUser update(String username, UnaryOperator<PoolUser> change) {
    PoolUser user;
    synchronized (this) {
      user = change.apply(find(username).orElseThrow(CognitoErrors::userDoesNotExist));
      user.attribute("email").ifPresent(email -> requireEmailAvailable(email, user.username()));
      index.put(user);
    }
    changed.run();
    return user;
  }

  /** Throws AliasExistsException if another user signs in with this e-mail address. */
  public synchronized void requireEmailAvailable(String email, String username) {
    if (emailAsUsername && index.isOthersEmail(email, username)) {
      throw CognitoErrors.emailTaken();
    }
  }

  /** Removes a user. */
  void remove(String username) {
    synchronized (this) {
      index.remove(username);
    }
    changed.run();
  }

  /** Returns all users, the oldest first. */
  public synchronized List<PoolUser> all() {
    return index.all();
  }
}

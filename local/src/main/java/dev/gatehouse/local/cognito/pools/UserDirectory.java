package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.settings.PoolSettings;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the users of one pool. Its lock is held for as long as one change takes and never while a
 * function runs, so that a trigger may call the pool back.
 */
public final class UserDirectory {
  private final boolean emailAsUsername;
  private final boolean caseSensitive;
  private final Runnable changed;
  private final Map<String, PoolUser> byUsername = new LinkedHashMap<>();

  UserDirectory(PoolSettings settings, Collection<PoolUser> users, Runnable changed) {
    this.emailAsUsername = settings.emailAsUsername();
    this.caseSensitive = settings.caseSensitive();
    this.changed = changed;
    users.forEach(user -> byUsername.put(fold(user.username()), user));
  }

  /** Adds a user, or throws the error given if the name or the address is taken. */
  public void add(PoolUser user, CognitoError taken) {
    synchronized (this) {
      Optional<String> email = user.attribute("email").filter(address -> emailAsUsername);
      if (find(user.username()).isPresent() || email.flatMap(this::find).isPresent()) {
        throw taken;
      }
      byUsername.put(fold(user.username()), user);
    }
    changed.run();
  }

  /** Returns the user of this name or, where addresses are names, of this address. */
  public synchronized Optional<PoolUser> find(String name) {
    Optional<PoolUser> user = Optional.ofNullable(byUsername.get(fold(name)));
    if (user.isPresent() || !emailAsUsername) {
      return user;
    }
    return byUsername.values().stream().filter(other -> hasEmail(other, name)).findFirst();
  }

  /**
   * Replaces the user by what the change makes of it and returns that; a change that throws changes
   * nothing, nor does one to an address that is somebody else's name. The change must be quick and
   * must not call anyone.
   */
  public PoolUser update(String username, UnaryOperator<PoolUser> change) {
    PoolUser user;
    synchronized (this) {
      user = change.apply(find(username).orElseThrow(CognitoError::userDoesNotExist));
      user.attribute("email").ifPresent(email -> refuseIfTaken(email, user.username()));
      byUsername.put(fold(user.username()), user);
    }
    changed.run();
    return user;
  }

  /** Throws AliasExistsException if the address is the name of somebody else. */
  public synchronized void refuseIfTaken(String email, String username) {
    if (emailAsUsername
        && byUsername.values().stream()
            .anyMatch(other -> hasEmail(other, email) && !other.username().equals(username))) {
      throw CognitoError.emailTaken();
    }
  }

  /** Removes the user. */
  void remove(String username) {
    synchronized (this) {
      byUsername.remove(fold(username));
    }
    changed.run();
  }

  /** Returns everybody, the oldest first. */
  public synchronized List<PoolUser> all() {
    return List.copyOf(byUsername.values());
  }

  private boolean hasEmail(PoolUser user, String email) {
    return user.attribute("email").filter(own -> fold(own).equals(fold(email))).isPresent();
  }

  private String fold(String name) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }
}

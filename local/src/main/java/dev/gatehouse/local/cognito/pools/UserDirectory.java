package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.SignInNames.Alias;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The users of a user pool, which tells {@code changed} the name of each changed user. Its lock is
 * held during one change and never while a trigger runs, because a trigger may call the pool.
 */
public final class UserDirectory {
  private final SignInNames names;
  private final Consumer<String> changed;
  private final UserIndex index;

  UserDirectory(UserPoolSettings settings, Collection<PoolUser> users, Consumer<String> changed) {
    this(
        SignInNames.of(settings),
        new UserIndex(
            users,
            name -> settings.caseSensitive() ? name : name.toLowerCase(Locale.ROOT),
            SignInNames.of(settings)),
        changed);
  }

  UserDirectory(SignInNames names, UserIndex index, Consumer<String> changed) {
    this.names = names;
    this.changed = changed;
    this.index = index;
  }

  /**
   * Adds a user; throws the given error if the user name or e-mail address is taken, and
   * AliasExistsException if an alias is.
   *
   * @param force whether the user takes over the aliases that others have
   */
  public void add(PoolUser user, boolean force, AwsException taken) {
    List<String> robbed;
    synchronized (this) {
      if (find(user.username()).isPresent()) {
        throw taken;
      }
      if (names.emailAsUsername() && isAnyTaken(user)) {
        throw taken;
      }
      robbed = claim(user, force);
      index.put(user);
    }
    robbed.forEach(changed);
    changed.accept(user.username());
  }

  /** Adds a user who takes over no alias. */
  public void add(PoolUser user, AwsException taken) {
    add(user, false, taken);
  }

  /**
   * Returns the user of this name, of this sub attribute or, where users sign in with it, of this
   * e-mail address or alias.
   */
  public synchronized Optional<PoolUser> find(String name) {
    return index.username(name).or(() -> index.sub(name)).or(() -> index.alias(name));
  }

  /**
   * Applies a change to a user and returns the result. Leaves the user unchanged if the change
   * throws or its e-mail address or alias is another user's. The change runs under the lock: it
   * must be quick and must not invoke a trigger.
   */
  public PoolUser update(String username, UnaryOperator<PoolUser> change) {
    return update(username, false, change);
  }

  /**
   * Applies a change as {@link #update(String, UnaryOperator)} does.
   *
   * @param force whether the user takes over the aliases that others have
   */
  public PoolUser update(String username, boolean force, UnaryOperator<PoolUser> change) {
    PoolUser user;
    List<String> robbed;
    synchronized (this) {
      user = change.apply(find(username).orElseThrow(CognitoErrors::userDoesNotExist));
      robbed = claim(user, force);
      index.put(user);
    }
    robbed.forEach(changed);
    changed.accept(user.username());
    return user;
  }

  /** Throws AliasExistsException if another user signs in with this e-mail address. */
  public synchronized void requireEmailAvailable(String email, String username) {
    if (names.emailAsUsername() && !index.others(email, username).isEmpty()) {
      throw CognitoErrors.emailTaken();
    }
  }

  private boolean isAnyTaken(PoolUser user) {
    return names.of(user).stream().anyMatch(alias -> index.alias(alias.value()).isPresent());
  }

  /**
   * Moves the aliases of a user to it from others, whose names it returns, or throws
   * AliasExistsException.
   */
  private List<String> claim(PoolUser user, boolean force) {
    List<String> robbed = new ArrayList<>();
    for (Alias alias : names.of(user)) {
      for (PoolUser other : index.others(alias.value(), user.username())) {
        if (names.emailAsUsername()) {
          throw CognitoErrors.emailTaken();
        }
        if (!force) {
          throw CognitoErrors.aliasTaken(alias.attribute());
        }
        index.put(SignInNames.without(alias, other));
        robbed.add(other.username());
      }
    }
    return robbed;
  }

  /** Removes a user. */
  void remove(String username) {
    synchronized (this) {
      index.remove(username);
    }
    changed.accept(username);
  }

  /** Returns the user of this name, null if there is none. */
  synchronized @Nullable PoolUser named(String username) {
    return index.username(username).orElse(null);
  }

  /** Returns all users, the oldest first. */
  public synchronized List<PoolUser> all() {
    return index.all();
  }
}

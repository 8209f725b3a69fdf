package dev.gatehouse.local.cognito.pools;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The users of a pool by user name and by e-mail address, so that a lookup visits only the users
 * that it finds.
 */
final class UserIndex {
  private final UnaryOperator<String> normalize;
  private final Map<String, PoolUser> byUsername = new LinkedHashMap<>();
  private final Map<String, String> usernameBySub = new HashMap<>();

  /** The user names, the oldest first: saved users may share an address under new settings. */
  private final Map<String, SequencedSet<String>> byEmail = new HashMap<>();

  /**
   * Creates an index of these users.
   *
   * @param normalize returns equal names for names that differ only in ignored case
   */
  UserIndex(Collection<PoolUser> users, UnaryOperator<String> normalize) {
    this.normalize = normalize;
    users.forEach(this::put);
  }

  /** Returns the user of this name. */
  Optional<PoolUser> username(String name) {
    return Optional.ofNullable(byUsername.get(normalize.apply(name)));
  }

  /** Returns the user of this sub attribute. */
  Optional<PoolUser> sub(String sub) {
    return Optional.ofNullable(usernameBySub.get(sub)).map(byUsername::get);
  }

  /** Returns the oldest user of this e-mail address. */
  Optional<PoolUser> email(String address) {
    return emails(address).stream().findFirst().map(byUsername::get);
  }

  /** Returns whether a user other than that of this name has this e-mail address. */
  boolean isOthersEmail(String address, String username) {
    String own = normalize.apply(username);
    return emails(address).stream().anyMatch(name -> !name.equals(own));
  }

  /** Adds a user, or replaces the one of the same name. */
  void put(PoolUser user) {
    String name = normalize.apply(user.username());
    @Nullable PoolUser before = byUsername.put(name, user);
    usernameBySub.put(user.sub(), name);
    @Nullable String oldEmail = before == null ? null : before.attributes().get("email");
    @Nullable String email = user.attributes().get("email");
    if (oldEmail != null && !oldEmail.equals(email)) {
      removeEmail(oldEmail, name);
    }
    if (email != null) {
      byEmail.computeIfAbsent(normalize.apply(email), unused -> new LinkedHashSet<>()).add(name);
    }
  }

  /** Removes the user of this name. */
  void remove(String username) {
    String name = normalize.apply(username);
    @Nullable PoolUser before = byUsername.remove(name);
    if (before != null) {
      usernameBySub.remove(before.sub());
    }
    @Nullable String email = before == null ? null : before.attributes().get("email");
    if (email != null) {
      removeEmail(email, name);
    }
  }

  /** Returns all users, the oldest first. */
  List<PoolUser> all() {
    return List.copyOf(byUsername.values());
  }

  private SequencedSet<String> emails(String address) {
    return byEmail.getOrDefault(normalize.apply(address), new LinkedHashSet<>());
  }

  private void removeEmail(String address, String name) {
    byEmail.computeIfPresent(
        normalize.apply(address),
        (unused, names) -> {
          names.remove(name);
          return names.isEmpty() ? null : names;
        });
  }
}

package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.pools.SignInNames.Alias;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The users of a pool by user name and by the other names that sign them in, so that a lookup
 * visits only the users that it finds.
 */
final class UserIndex {
  private final UnaryOperator<String> normalize;
  private final SignInNames names;
  private final Map<String, PoolUser> byUsername = new LinkedHashMap<>();
  private final Map<String, String> usernameBySub = new HashMap<>();

  /** The user names, the oldest first: saved users may share an address under new settings. */
  private final Map<String, SequencedSet<String>> byAlias = new HashMap<>();

  /**
   * Creates an index of these users.
   *
   * @param normalize returns equal names for names that differ only in ignored case
   * @param names the other names that sign a user in
   */
  UserIndex(Collection<PoolUser> users, UnaryOperator<String> normalize, SignInNames names) {
    this.normalize = normalize;
    this.names = names;
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

  /** Returns the oldest user whom this other name signs in. */
  Optional<PoolUser> alias(String alias) {
    return usernames(alias).stream().findFirst().map(byUsername::get);
  }

  /** Returns the users other than that of this name whom an alias signs in. */
  List<PoolUser> others(String alias, String username) {
    SequencedSet<String> all = usernames(alias);
    if (all.isEmpty()) {
      return List.of();
    }
    String own = normalize.apply(username);
    return all.stream().filter(name -> !name.equals(own)).map(byUsername::get).toList();
  }

  /** Adds a user, or replaces the one of the same name. */
  void put(PoolUser user) {
    String name = normalize.apply(user.username());
    @Nullable PoolUser before = byUsername.put(name, user);
    usernameBySub.put(user.sub(), name);
    Set<String> aliases = aliases(user);
    if (before != null) {
      aliases(before).stream()
          .filter(alias -> !aliases.contains(alias))
          .forEach(alias -> removeAlias(alias, name));
    }
    aliases.forEach(
        alias -> byAlias.computeIfAbsent(alias, unused -> new LinkedHashSet<>()).add(name));
  }

  /** Removes the user of this name. */
  void remove(String username) {
    String name = normalize.apply(username);
    @Nullable PoolUser before = byUsername.remove(name);
    if (before != null) {
      usernameBySub.remove(before.sub());
      aliases(before).forEach(alias -> removeAlias(alias, name));
    }
  }

  /** Returns all users, the oldest first. */
  List<PoolUser> all() {
    return List.copyOf(byUsername.values());
  }

  private Set<String> aliases(PoolUser user) {
    return names.of(user).stream()
        .map(Alias::value)
        .map(normalize)
        .collect(Collectors.toUnmodifiableSet());
  }

  private SequencedSet<String> usernames(String alias) {
    return byAlias.getOrDefault(normalize.apply(alias), new LinkedHashSet<>());
  }

  private void removeAlias(String alias, String name) {
    byAlias.computeIfPresent(
        alias,
        (unused, users) -> {
          users.remove(name);
          return users.isEmpty() ? null : users;
        });
  }
}

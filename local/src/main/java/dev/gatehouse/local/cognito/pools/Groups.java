package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.awsjson.AwsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The groups of a user pool, which tells {@code changed} the name of each changed group. */
public final class Groups {
  private final Map<String, Group> byName = new ConcurrentSkipListMap<>();
  private final Consumer<String> changed;

  Groups(Collection<Group> groups, Consumer<String> changed) {
    this.changed = changed;
    groups.forEach(group -> byName.put(group.name(), group));
  }

  /** Adds a group; throws GroupExistsException if there is one of this name. */
  public void add(Group group) {
    if (byName.putIfAbsent(group.name(), group) != null) {
      throw new AwsException("GroupExistsException", "A group with the name already exists.");
    }
    changed.accept(group.name());
  }

  /** Replaces the group of the same name. */
  public void replace(Group group) {
    byName.replace(group.name(), group);
    changed.accept(group.name());
  }

  /** Returns the group of this name; throws ResourceNotFoundException if there is none. */
  public Group get(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new AwsException("ResourceNotFoundException", "Group not found."));
  }

  /** Returns the group of this name, null if there is none. */
  @Nullable Group named(String name) {
    return byName.get(name);
  }

  /** Returns all groups in the order of their names. */
  public List<Group> all() {
    return List.copyOf(byName.values());
  }

  /** Returns the groups of a user, that of the highest precedence first. */
  public List<Group> of(PoolUser user) {
    return user.groups().stream()
        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
        .sorted(Group.ORDER)
        .toList();
  }

  void remove(String name) {
    byName.remove(name);
    changed.accept(name);
  }
}

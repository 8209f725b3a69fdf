package dev.gatehouse.pulumi.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the box of each resource: its own, one for all of its type, or the one it is a part of. */
final class Boxes {
  private final Types types;
  private final Map<String, Resource> byUrn = new LinkedHashMap<>();
  private final Map<String, Box> byResource = new LinkedHashMap<>();

  Boxes(Types types, List<Resource> resources) {
    this.types = types;
    resources.forEach(it -> byUrn.put(it.urn(), it));
    resources.stream().filter(Resource::isOfAws).forEach(this::box);
    resources.stream().filter(Resource::isOfAws).forEach(this::part);
  }

  /** Returns all boxes, in the order of the plan. */
  List<Box> all() {
    return byResource.values().stream().distinct().toList();
  }

  /** Returns the box that this resource is, or is in; null where there is none. */
  @Nullable Box of(String urn) {
    return byResource.get(urn);
  }

  private void box(Resource resource) {
    Type type = types.of(resource);
    switch (type.shape()) {
      case BOX ->
          byResource.put(
              resource.urn(),
              new Box(
                  resource.urn(),
                  type.group(),
                  resource.name(),
                  type.label(),
                  type.detailOf(resource),
                  resource.isProtected(),
                  false));
      case STACK -> byResource.put(resource.urn(), stack(type));
      case PART -> {}
    }
  }

  private Box stack(Type type) {
    long count = byUrn.values().stream().filter(it -> it.type().equals(type.name())).count();
    String title = "%d %ss".formatted(count, type.label().toLowerCase(Locale.ROOT));
    return new Box(type.name(), type.group(), title, "CloudWatch", "", false, false);
  }

  private void part(Resource resource) {
    if (types.of(resource).shape() == Type.Shape.PART) {
      Box box = around(resource);
      if (box != null) {
        byResource.put(resource.urn(), box);
      }
    }
  }

  /** Looks in its component first, then along what it depends on, for a box of the same group. */
  private @Nullable Box around(Resource part) {
    Group group = types.of(part).group();
    Box inside = null;
    int candidates = 0;
    for (Resource other : byUrn.values()) {
      if (isBesideIt(other, part)) {
        inside = byResource.get(other.urn());
        candidates++;
      }
    }
    if (candidates == 1) {
      return inside;
    }
    Box along = along(part, group);
    return along == null ? inside : along;
  }

  private boolean isBesideIt(Resource other, Resource part) {
    Resource component = byUrn.get(part.parent());
    return component != null
        && !component.parent().isEmpty()
        && other.parent().equals(part.parent())
        && other.isOfAws()
        && types.of(other).shape() == Type.Shape.BOX;
  }

  private @Nullable Box along(Resource part, Group group) {
    Deque<String> next = new ArrayDeque<>(part.dependencies());
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty()) {
      String urn = next.remove();
      Resource resource = byUrn.get(urn);
      if (resource != null && seen.add(urn)) {
        Box box = byResource.get(urn);
        if (box != null && box.group() == group) {
          return box;
        }
        next.addAll(resource.dependencies());
      }
    }
    return null;
  }
}

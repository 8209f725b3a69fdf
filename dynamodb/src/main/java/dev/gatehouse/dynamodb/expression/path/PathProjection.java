package dev.gatehouse.dynamodb.expression.path;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an item to which document paths lead, in the item's nesting. */
public final class PathProjection {

  private final PathTree<Boolean> tree;

  private PathProjection(PathTree<Boolean> tree) {
    this.tree = tree;
  }

  /** Creates a projection on paths that do not overlap. */
  public static PathProjection on(List<DocumentPath> paths) {
    return new PathProjection(PathTree.of(paths, true));
  }

  /** Returns the part of an item; paths that lead nowhere are left out. */
  public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    return entries(tree, item);
  }

  private static Map<String, AttributeValue> entries(
      PathTree<Boolean> node, Map<String, AttributeValue> entries) {
    Map<String, AttributeValue> projected = new LinkedHashMap<>();
    node.names()
        .forEach(
            (name, child) -> {
              @Nullable AttributeValue value = value(child, entries.get(name));
              if (value != null) {
                projected.put(name, value);
              }
            });
    return projected;
  }

  private static @Nullable AttributeValue value(
      PathTree<Boolean> node, @Nullable AttributeValue value) {
    if (value == null || node.end() != null) {
      return value;
    }
    if (value instanceof AttributeValue.M map) {
      Map<String, AttributeValue> projected = entries(node, map.entries());
      return projected.isEmpty() ? null : new AttributeValue.M(projected);
    }
    if (value instanceof AttributeValue.L list) {
      List<AttributeValue> projected = elements(node, list.elements());
      return projected.isEmpty() ? null : new AttributeValue.L(projected);
    }
    return null;
  }

  private static List<AttributeValue> elements(
      PathTree<Boolean> node, List<AttributeValue> elements) {
    List<AttributeValue> projected = new ArrayList<>();
    node.indexes()
        .headMap(elements.size())
        .forEach(
            (index, child) -> {
              @Nullable AttributeValue value = value(child, elements.get(index));
              if (value != null) {
                projected.add(value);
              }
            });
    return projected;
  }
}

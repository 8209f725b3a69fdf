package dev.gatehouse.dynamodb.expression.path;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.UpdateTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes at the ends of document paths that do not overlap, made together. */
public final class PathChanges {

  private final PathTree<PathChange> tree = new PathTree<>();

  /** Adds a change. */
  public void put(DocumentPath path, PathChange change) {
    tree.put(path, change);
  }

  /**
   * Returns the item after the changes; indexes are those of the lists before them.
   *
   * @throws DynamoDbException if the parent at the end of a path is missing or of another type
   */
  public Map<String, AttributeValue> applyTo(Map<String, AttributeValue> item) {
    return entries(tree, item);
  }

  private static Map<String, AttributeValue> entries(
      PathTree<PathChange> node, Map<String, AttributeValue> entries) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(entries);
    node.names()
        .forEach(
            (name, child) -> {
              @Nullable AttributeValue value = changed(child, changed.get(name));
              if (value == null) {
                changed.remove(name);
              } else {
                changed.put(name, value);
              }
            });
    return changed;
  }

  private static @Nullable AttributeValue changed(
      PathTree<PathChange> node, @Nullable AttributeValue value) {
    @Nullable PathChange change = node.end();
    if (change != null) {
      return change instanceof PathChange.Write write ? write.value() : null;
    }
    if (value instanceof AttributeValue.M map && node.indexes().isEmpty()) {
      return new AttributeValue.M(entries(node, map.entries()));
    }
    if (value instanceof AttributeValue.L list && node.names().isEmpty()) {
      return new AttributeValue.L(elements(node, list.elements()));
    }
    throw DynamoDbException.validation(UpdateTexts.INVALID_PATH);
  }

  private static List<AttributeValue> elements(
      PathTree<PathChange> node, List<AttributeValue> elements) {
    List<AttributeValue> changed = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      @Nullable PathTree<PathChange> child = node.indexes().get(i);
      @Nullable AttributeValue value =
          child == null ? elements.get(i) : changed(child, elements.get(i));
      if (value != null) {
        changed.add(value);
      }
    }
    // What is written beyond the end is appended, without gaps.
    for (PathTree<PathChange> child : node.indexes().tailMap(elements.size()).values()) {
      @Nullable AttributeValue value = changed(child, null);
      if (value != null) {
        changed.add(value);
      }
    }
    return changed;
  }
}

package dev.gatehouse.dynamodb.expression.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Document paths that do not overlap, as a tree with something at the end of each path. The names
 * of a node come in the order of their first use, its indexes ascending.
 *
 * @param <T> what is at the end of a path
 */
public final class PathTree<T> {

  private final Map<String, PathTree<T>> names = new LinkedHashMap<>();
  private final NavigableMap<Integer, PathTree<T>> indexes = new TreeMap<>();
  private @Nullable T end;

  /** Puts something at the end of a path. */
  public void put(DocumentPath path, T what) {
    PathTree<T> node = this;
    for (PathElement element : path.elements()) {
      node = node.child(element);
    }
    node.end = what;
  }

  private PathTree<T> child(PathElement element) {
    return switch (element) {
      case PathElement.Attribute attribute ->
          names.computeIfAbsent(attribute.name(), name -> new PathTree<>());
      case PathElement.Index index ->
          indexes.computeIfAbsent(index.index(), at -> new PathTree<>());
    };
  }

  /** Returns a tree with the same thing at the end of every path. */
  public static <T> PathTree<T> of(List<DocumentPath> paths, T what) {
    PathTree<T> tree = new PathTree<>();
    paths.forEach(path -> tree.put(path, what));
    return tree;
  }

  Map<String, PathTree<T>> names() {
    return names;
  }

  NavigableMap<Integer, PathTree<T>> indexes() {
    return indexes;
  }

  @Nullable T end() {
    return end;
  }
}

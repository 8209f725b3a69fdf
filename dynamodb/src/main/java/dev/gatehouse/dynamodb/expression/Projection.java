package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.path.PathProjection;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The part of items that a request asks for. */
public final class Projection {

  private final List<DocumentPath> paths;
  private final PathProjection projection;

  /** Creates a projection on paths that do not overlap. */
  Projection(List<DocumentPath> paths) {
    this.paths = List.copyOf(paths);
    this.projection = PathProjection.on(paths);
  }

  /** Returns a projection on whole attributes. */
  public static Projection onAttributes(Collection<String> attributes) {
    return new Projection(attributes.stream().map(DocumentPath::of).toList());
  }

  /** Returns the part of an item; empty if none of the paths leads to something. */
  public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    return projection.of(item);
  }

  /** Returns the document paths as they are written. */
  public List<DocumentPath> paths() {
    return paths;
  }

  /** Returns the names of the attributes into which the paths lead, as they are written. */
  public List<String> attributes() {
    return paths.stream().map(DocumentPath::attribute).distinct().toList();
  }
}

package dev.gatehouse.dynamodb.expression.path;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document path, which begins with the name of an attribute. */
public record DocumentPath(List<PathElement> elements) {

  public DocumentPath {
    elements = List.copyOf(elements);
  }

  /** Returns the path of a whole attribute, whatever characters its name has. */
  public static DocumentPath of(String attribute) {
    return new DocumentPath(List.of(new PathElement.Attribute(attribute)));
  }

  /** Returns the name of the attribute. */
  public String attribute() {
    return elements.getFirst().toString();
  }

  /** Returns true if the path leads into the attribute. */
  public boolean nested() {
    return elements.size() > 1;
  }

  /** Returns this path with its names replaced. */
  public DocumentPath withNames(UnaryOperator<String> replacement) {
    List<PathElement> replaced = new ArrayList<>(elements.size());
    for (PathElement element : elements) {
      replaced.add(
          element instanceof PathElement.Attribute attribute
              ? new PathElement.Attribute(replacement.apply(attribute.name()))
              : element);
    }
    return new DocumentPath(replaced);
  }

  /** Returns the value to which the path leads, or null. */
  public @Nullable AttributeValue read(Map<String, AttributeValue> item) {
    @Nullable AttributeValue value = item.get(attribute());
    for (int i = 1; i < elements.size() && value != null; i++) {
      value = step(value, elements.get(i));
    }
    return value;
  }

  private static @Nullable AttributeValue step(AttributeValue value, PathElement element) {
    return switch (element) {
      case PathElement.Attribute attribute ->
          value instanceof AttributeValue.M map ? map.entries().get(attribute.name()) : null;
      case PathElement.Index index ->
          value instanceof AttributeValue.L list && index.index() < list.elements().size()
              ? list.elements().get(index.index())
              : null;
    };
  }

  /** Returns true if the paths are equal or one leads into what the other leads to. */
  public boolean overlaps(DocumentPath other) {
    return commonElements(other) == Math.min(elements.size(), other.elements.size());
  }

  /** Returns true if the paths part at a name on one side and an index on the other. */
  public boolean conflicts(DocumentPath other) {
    int common = commonElements(other);
    return common < Math.min(elements.size(), other.elements.size())
        && elements.get(common).getClass() != other.elements.get(common).getClass();
  }

  private int commonElements(DocumentPath other) {
    int shorter = Math.min(elements.size(), other.elements.size());
    int common = 0;
    while (common < shorter && elements.get(common).equals(other.elements.get(common))) {
      common++;
    }
    return common;
  }

  /** Returns the path as texts of errors name it: {@code [a, [0], b]}. */
  @Override
  public String toString() {
    return elements.stream().map(PathElement::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}

package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What ADD and DELETE make of a stored value; empty if it is of another type. */
final class StoredValues {

  private StoredValues() {}

  static Optional<AttributeValue> sum(AttributeValue stored, AttributeValue added) {
    if (stored instanceof AttributeValue.N a && added instanceof AttributeValue.N b) {
      return Optional.of(number(a.value().add(b.value())));
    }
    if (stored instanceof AttributeValue.SS a && added instanceof AttributeValue.SS b) {
      return Optional.of(AttributeValue.SS.of(joined(a.members(), b.members())));
    }
    if (stored instanceof AttributeValue.NS a && added instanceof AttributeValue.NS b) {
      return Optional.of(AttributeValue.NS.of(joined(a.members(), b.members())));
    }
    if (stored instanceof AttributeValue.BS a && added instanceof AttributeValue.BS b) {
      return Optional.of(AttributeValue.BS.of(joined(a.members(), b.members())));
    }
    // Only AttributeUpdates can add a list; an UpdateExpression is refused before.
    if (stored instanceof AttributeValue.L a && added instanceof AttributeValue.L b) {
      return Optional.of(new AttributeValue.L(joined(a.elements(), b.elements())));
    }
    return Optional.empty();
  }

  static Optional<AttributeValue> difference(AttributeValue stored, AttributeValue deleted) {
    if (stored instanceof AttributeValue.SS a && deleted instanceof AttributeValue.SS b) {
      return Optional.of(AttributeValue.SS.of(without(a.members(), b.members())));
    }
    if (stored instanceof AttributeValue.NS a && deleted instanceof AttributeValue.NS b) {
      return Optional.of(AttributeValue.NS.of(without(a.members(), b.members())));
    }
    if (stored instanceof AttributeValue.BS a && deleted instanceof AttributeValue.BS b) {
      return Optional.of(AttributeValue.BS.of(without(a.members(), b.members())));
    }
    return Optional.empty();
  }

  /** Returns the result of arithmetic, whose errors are bare because they need the item. */
  static AttributeValue number(BigDecimal result) {
    try {
      return new AttributeValue.N(Numbers.checked(result));
    } catch (DynamoDbException outOfRange) {
      throw DynamoDbException.validation(outOfRange.textOrEmpty());
    }
  }

  static boolean isEmptySet(AttributeValue value) {
    return switch (value) {
      case AttributeValue.SS ss -> ss.members().isEmpty();
      case AttributeValue.NS ns -> ns.members().isEmpty();
      case AttributeValue.BS bs -> bs.members().isEmpty();
      default -> false;
    };
  }

  private static <T> List<T> joined(Collection<T> a, Collection<T> b) {
    List<T> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static <T> List<T> without(Collection<T> members, Collection<T> deleted) {
    List<T> rest = new ArrayList<>(members);
    rest.removeAll(deleted);
    return rest;
  }
}

package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.KeyConditionExpression;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** Keys of tests and what queries on them read, as text. */
public final class TestKeys {

  private TestKeys() {}

  /** Returns the key pk, or pk and sk, with types of one letter each. */
  public static QueryKey key(String types) {
    KeyAttribute partition = new KeyAttribute("pk", types.substring(0, 1));
    List<KeyAttribute> sort =
        types.length() == 1 ? List.of() : List.of(new KeyAttribute("sk", types.substring(1)));
    return new QueryKey(List.of(partition), sort);
  }

  /** Reads a KeyConditionExpression. */
  static KeyConditions conditions(String expression, ExpressionAttributes attributes) {
    return KeyConditionReader.read(KeyConditionExpression.parse(expression).resolve(attributes));
  }

  /** Returns the values of the partition and the conditions of the sort key. */
  public static String text(KeyRange range) {
    String sort =
        range.sort().stream()
            .map(each -> " " + each.attribute() + " " + each.operator() + " " + text(each.values()))
            .collect(Collectors.joining());
    return text(range.partition()) + sort;
  }

  private static String text(List<AttributeValue> values) {
    return values.stream().map(TestKeys::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value();
      case AttributeValue.N n -> Numbers.text(n.value());
      default -> value.toString();
    };
  }
}

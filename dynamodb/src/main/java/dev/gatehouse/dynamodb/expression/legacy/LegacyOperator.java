package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import java.util.Set;

/** A ComparisonOperator, with the number and the types of its arguments. */
enum LegacyOperator {
  EQ(1, 1, Types.ALL),
  NE(1, 1, Types.ALL),
  LE(1, 1, Types.ORDERED),
  LT(1, 1, Types.ORDERED),
  GE(1, 1, Types.ORDERED),
  GT(1, 1, Types.ORDERED),
  NOT_NULL(0, 0, Types.ALL),
  NULL(0, 0, Types.ALL),
  CONTAINS(1, 1, Types.CONTAINED),
  NOT_CONTAINS(1, 1, Types.CONTAINED),
  BEGINS_WITH(1, 1, Types.PREFIXES),
  IN(1, Integer.MAX_VALUE, Types.ORDERED),
  BETWEEN(2, 2, Types.ORDERED);

  private final int fewest;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // Sets of Set.of do not change.
  private final Set<String> types;

  LegacyOperator(int fewest, int most, Set<String> types) {
    this.fewest = fewest;
    this.most = most;
    this.types = types;
  }

  static LegacyOperator of(String name) {
    for (LegacyOperator operator : values()) {
      if (operator.name().equals(name)) {
        return operator;
      }
    }
    throw DynamoDbException.ofRequest(LegacyTexts.INVALID_OPERATOR);
  }

  boolean hasArguments() {
    return most > 0;
  }

  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  boolean takes(String type) {
    return types.contains(type);
  }

  /** The types that arguments can have. */
  private static final class Types {
    static final Set<String> ALL =
        Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M");
    static final Set<String> ORDERED = Set.of("S", "N", "B");
    static final Set<String> PREFIXES = Set.of("S", "B");
    static final Set<String> CONTAINED = Set.of("S", "N", "B", "BOOL", "NULL");
  }
}

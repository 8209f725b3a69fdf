package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key conditions of a query, before its table is known: at most one for each attribute. */
public final class KeyConditions {

  private final Map<String, KeyCondition> conditions = new LinkedHashMap<>();

  private final boolean legacy;
  private final boolean indexable;

  /** Creates the key conditions of a KeyConditionExpression, on different attributes. */
  public KeyConditions(List<KeyCondition> conditions) {
    this(conditions, false, true);
  }

  private KeyConditions(List<KeyCondition> conditions, boolean legacy, boolean indexable) {
    conditions.forEach(condition -> this.conditions.put(condition.attribute(), condition));
    this.legacy = legacy;
    this.indexable = indexable;
  }

  /**
   * Creates the key conditions of the parameter KeyConditions, on different attributes.
   *
   * @param indexable false if a ComparisonOperator is one that no key can have, which is refused
   *     once the table is known and every attribute is found to be a key
   */
  public static KeyConditions legacy(List<KeyCondition> conditions, boolean indexable) {
    return new KeyConditions(conditions, true, indexable);
  }

  /**
   * Returns what a query on a key reads.
   *
   * @throws DynamoDbException if the conditions do not fit the key schema
   */
  public KeyRange against(QueryKey key) {
    int attributes = key.names().size();
    if (conditions.size() > attributes) {
      throw DynamoDbException.validation(tooMany(attributes));
    }
    List<KeyCondition> partition = required(key.partition());
    int rest = conditions.size() - partition.size();
    List<KeyCondition> sort = required(key.sort().subList(0, rest));
    if (!indexable) {
      throw DynamoDbException.validation(KeyConditionTexts.NOT_INDEXABLE);
    }
    refuseTypes(key.partition(), partition);
    refuseTypes(key.sort(), sort);
    requireEqual(partition);
    requireEqual(sort.subList(0, Math.max(0, sort.size() - 1)));
    KeyConditionValues.refusePartition(partition);
    KeyConditionValues.refuseSort(sort);
    return new KeyRange(partition.stream().map(each -> each.values().getFirst()).toList(), sort);
  }

  private String tooMany(int attributes) {
    // Only an index can have more attributes than the two of a text that is older than such
    // indexes.
    return legacy && conditions.size() > 2
        ? KeyConditionTexts.CONDITIONS_LENGTH
        : KeyConditionTexts.tooMany(conditions.size(), attributes);
  }

  private static void requireEqual(List<KeyCondition> conditions) {
    if (conditions.stream().anyMatch(each -> each.operator() != KeyOperator.EQUAL)) {
      throw DynamoDbException.validation(KeyConditionTexts.NOT_SUPPORTED);
    }
  }

  private List<KeyCondition> required(List<KeyAttribute> attributes) {
    return attributes.stream().map(this::required).toList();
  }

  private KeyCondition required(KeyAttribute attribute) {
    @Nullable KeyCondition condition = conditions.get(attribute.name());
    if (condition == null) {
      throw DynamoDbException.validation(KeyConditionTexts.missing(attribute.name()));
    }
    return condition;
  }

  private static void refuseTypes(List<KeyAttribute> attributes, List<KeyCondition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      for (AttributeValue value : conditions.get(i).values()) {
        if (!value.type().equals(attributes.get(i).type())) {
          throw DynamoDbException.invalidParameter(KeyConditionTexts.TYPE_MISMATCH);
        }
      }
    }
  }
}

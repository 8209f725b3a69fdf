package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key conditions of a query, before its table is known: at most one for each attribute. */
public final class KeyConditions {

  private final Map<String, KeyCondition> conditions = new LinkedHashMap<>();

  /** Creates key conditions on different attributes. */
  public KeyConditions(List<KeyCondition> conditions) {
    conditions.forEach(condition -> this.conditions.put(condition.attribute(), condition));
  }

  /**
   * Returns what a query on a key reads.
   *
   * @throws DynamoDbException if the conditions do not fit the key schema
   */
  public KeyRange against(QueryKey key) {
    int attributes = key.names().size();
    if (conditions.size() > attributes) {
      throw DynamoDbException.validation(KeyConditionTexts.tooMany(conditions.size(), attributes));
    }
    List<KeyCondition> partition = partition(key);
    List<KeyCondition> sort = sort(key, conditions.size() - partition.size());
    refuseTypes(key.partition(), partition);
    refuseTypes(key.sort(), sort);
    KeyConditionValues.refusePartition(partition);
    KeyConditionValues.refuseSort(sort);
    return new KeyRange(partition.stream().map(each -> each.values().getFirst()).toList(), sort);
  }

  private List<KeyCondition> partition(QueryKey key) {
    List<KeyCondition> found = new ArrayList<>();
    for (KeyAttribute attribute : key.partition()) {
      KeyCondition condition = required(attribute);
      if (condition.operator() != KeyOperator.EQUAL) {
        throw DynamoDbException.validation(KeyConditionTexts.NOT_SUPPORTED);
      }
      found.add(condition);
    }
    return found;
  }

  private List<KeyCondition> sort(QueryKey key, int count) {
    List<KeyCondition> found = new ArrayList<>();
    for (KeyAttribute attribute : key.sort().subList(0, count)) {
      if (!found.isEmpty() && found.getLast().operator() != KeyOperator.EQUAL) {
        throw DynamoDbException.validation(KeyConditionTexts.NOT_SUPPORTED);
      }
      found.add(required(attribute));
    }
    return found;
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

package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import java.util.Collection;
import java.util.List;

/** What the document paths of expressions may do with key attributes, once the table is known. */
public final class KeyPaths {

  /** How AWS names a FilterExpression when it refuses a key attribute in it. */
  public static final String FILTER_EXPRESSION = "Filter Expression";

  /** How AWS names a QueryFilter when it refuses a key attribute in it. */
  public static final String QUERY_FILTER = "QueryFilter";

  private KeyPaths() {}

  /** Throws if a path of a condition, filter or projection leads into a key attribute. */
  public static void refuseNested(
      List<DocumentPath> paths, Collection<String> tableKeys, Collection<String> indexKeys) {
    for (DocumentPath path : paths) {
      if (path.nested() && tableKeys.contains(path.attribute())) {
        throw DynamoDbException.validation(KeyConditionTexts.nestedKey(path.attribute()));
      }
      if (path.nested() && indexKeys.contains(path.attribute())) {
        throw DynamoDbException.validation(KeyConditionTexts.nestedIndexKey(path.attribute()));
      }
    }
  }

  /**
   * Throws if an update changes a key attribute of the table, or if one of its paths leads into a
   * key attribute.
   */
  public static void refuseUpdates(
      List<DocumentPath> targets,
      List<DocumentPath> operands,
      Collection<String> tableKeys,
      Collection<String> indexKeys) {
    for (DocumentPath target : targets) {
      if (tableKeys.contains(target.attribute())) {
        throw DynamoDbException.invalidParameter(KeyConditionTexts.updatedKey(target.attribute()));
      }
    }
    refuseNested(targets, tableKeys, indexKeys);
    refuseNested(operands, tableKeys, indexKeys);
  }

  /** Throws if a filter of a query has a condition on a key attribute of what is queried. */
  public static void refuseInFilter(
      String filter, List<DocumentPath> paths, Collection<String> keys) {
    for (DocumentPath path : paths) {
      if (keys.contains(path.attribute())) {
        throw DynamoDbException.validation(KeyConditionTexts.filteredKey(filter, path.attribute()));
      }
    }
  }
}

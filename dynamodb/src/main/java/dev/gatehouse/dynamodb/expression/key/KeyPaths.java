package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the document paths of expressions may do with key attributes, once the table is known. Of
 * several wrong ones AWS names the first key, not the first path.
 */
public final class KeyPaths {

  /** How AWS names a FilterExpression when it refuses a key attribute in it. */
  public static final String FILTER_EXPRESSION = "Filter Expression";

  /** How AWS names a QueryFilter when it refuses a key attribute in it. */
  public static final String QUERY_FILTER = "QueryFilter";

  private KeyPaths() {}

  /** Throws if a path of a condition, filter or projection leads into a key attribute. */
  public static void refuseNested(
      List<DocumentPath> paths, Collection<String> tableKeys, Collection<String> indexKeys) {
    for (String key : tableKeys) {
      if (leadsInto(paths, key)) {
        throw DynamoDbException.validation(KeyConditionTexts.nestedKey(key));
      }
    }
    for (String key : indexKeys) {
      if (leadsInto(paths, key)) {
        throw DynamoDbException.validation(KeyConditionTexts.nestedIndexKey(key));
      }
    }
  }

  private static boolean leadsInto(List<DocumentPath> paths, String key) {
    return paths.stream().anyMatch(path -> path.nested() && path.attribute().equals(key));
  }

  private static boolean has(List<DocumentPath> paths, String key) {
    return paths.stream().anyMatch(path -> path.attribute().equals(key));
  }

  /** Throws if an update changes a key attribute of the table. */
  public static void refuseUpdatedKeys(List<DocumentPath> targets, Collection<String> tableKeys) {
    for (String key : tableKeys) {
      if (has(targets, key)) {
        throw DynamoDbException.invalidParameter(KeyConditionTexts.updatedKey(key));
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
    refuseUpdatedKeys(targets, tableKeys);
    List<DocumentPath> paths = new ArrayList<>(targets);
    paths.addAll(operands);
    refuseNested(paths, tableKeys, indexKeys);
  }

  /** Throws if a filter of a query has a condition on a key attribute of what is queried. */
  public static void refuseInFilter(
      String filter, List<DocumentPath> paths, Collection<String> keys) {
    for (String key : keys) {
      if (has(paths, key)) {
        throw DynamoDbException.validation(KeyConditionTexts.filteredKey(filter, key));
      }
    }
  }
}

package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;

/**
 * The part of a table or index that a query reads.
 *
 * @param partition the values of the partition key, one for each attribute
 * @param sort the conditions of the first attributes of the sort key; all but the last are
 *     equalities; may be empty
 */
public record KeyRange(List<AttributeValue> partition, List<KeyCondition> sort) {

  public KeyRange {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /**
   * Returns where the values of a sort key are: negative below the range, 0 in it, else above. The
   * sort keys of the range are one run in the order of the sort key.
   */
  public int position(List<AttributeValue> sortKey) {
    for (int i = 0; i < sort.size(); i++) {
      int position = sort.get(i).position(sortKey.get(i));
      if (position != 0) {
        return position;
      }
    }
    return 0;
  }
}

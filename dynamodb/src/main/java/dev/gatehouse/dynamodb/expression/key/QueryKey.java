package dev.gatehouse.dynamodb.expression.key;

import java.util.ArrayList;
import java.util.List;

/**
 * The key of the table or index that a query reads; an index can have up to four attributes of
 * either kind.
 *
 * @param partition the attributes of the partition key
 * @param sort the attributes of the sort key; may be empty
 */
public record QueryKey(List<KeyAttribute> partition, List<KeyAttribute> sort) {

  public QueryKey {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** Returns the names of all attributes. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    partition.forEach(attribute -> names.add(attribute.name()));
    sort.forEach(attribute -> names.add(attribute.name()));
    return names;
  }
}

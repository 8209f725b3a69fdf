package dev.gatehouse.dynamodb.store;

import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stored item or entry of an index, with its size. */
public record Item(Map<String, AttributeValue> attributes, int size) {

  /** Returns an item with these attributes. */
  public static Item of(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> copy = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    return new Item(copy, Sizes.item(copy));
  }
}

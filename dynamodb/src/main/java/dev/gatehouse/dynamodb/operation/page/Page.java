package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request reads.
 *
 * @param items the items that meet the filter
 * @param scanned the number of items that were read
 * @param bytes their size
 * @param fetchedUnits what reading the rest of the items from the table consumed
 * @param lastKey where the next request goes on, null at the end
 */
record Page(
    List<Item> items,
    int scanned,
    long bytes,
    double fetchedUnits,
    @Nullable Map<String, AttributeValue> lastKey) {}

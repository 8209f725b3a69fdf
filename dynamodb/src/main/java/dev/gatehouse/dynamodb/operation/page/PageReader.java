package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The reader of a page of a table or index. */
final class PageReader {

  private static final long LARGEST_PAGE = 1L << 20;

  private final Table table;
  private final @Nullable Index index;
  private final @Nullable Condition filter;
  private final @Nullable Long limit;
  private final boolean fetching;
  private final boolean consistent;

  private final List<Item> items = new ArrayList<>();
  private int scanned;
  private long bytes;
  private double fetchedUnits;

  /**
   * Creates a reader.
   *
   * @param fetching whether the rest of a local index's items is read from the table
   */
  PageReader(
      Table table,
      @Nullable Index index,
      @Nullable Condition filter,
      @Nullable Long limit,
      boolean fetching,
      boolean consistent) {
    this.table = table;
    this.index = index;
    this.filter = filter;
    this.limit = limit;
    this.fetching = fetching;
    this.consistent = consistent;
  }

  /** Reads a page of a range of keys, after a key if there is one. */
  Page read(KeyBounds bounds, byte @Nullable [] after, boolean forward) {
    MVMap<byte[], Item> entries = index == null ? table.items() : index.entries();
    Cursor<byte[], Item> cursor = entries.cursor(start(bounds, after, forward), null, !forward);
    @Nullable Map<String, AttributeValue> last = null;
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      if (forward ? !bounds.isBeforeEnd(key) : Arrays.compareUnsigned(key, bounds.from()) < 0) {
        break;
      }
      boolean passed = after != null && isPassed(key, after, forward);
      if (!passed && bounds.contains(key)) {
        Item entry = cursor.getValue();
        evaluate(entry);
        if (isFull()) {
          last = key(entry.attributes());
          break;
        }
      }
    }
    return new Page(items, scanned, bytes, fetchedUnits, last);
  }

  private static byte @Nullable [] start(
      KeyBounds bounds, byte @Nullable [] after, boolean forward) {
    if (after != null) {
      boolean below = forward && Arrays.compareUnsigned(after, bounds.from()) < 0;
      return below ? bounds.from() : after;
    }
    if (forward) {
      return bounds.from();
    }
    return bounds.to().length == 0 ? null : bounds.to();
  }

  private static boolean isPassed(byte[] key, byte[] after, boolean forward) {
    int order = Arrays.compareUnsigned(key, after);
    return forward ? order <= 0 : order >= 0;
  }

  private void evaluate(Item entry) {
    scanned++;
    bytes += entry.size();
    Item item = fetching ? fetched(entry) : entry;
    if (filter == null || filter.test(item.attributes())) {
      items.add(item);
    }
  }

  private Item fetched(Item entry) {
    @Nullable Item item = table.items().get(table.keys().bytes(entry.attributes()));
    if (item == null) {
      return entry;
    }
    fetchedUnits += Capacity.read(item.size(), consistent);
    return item;
  }

  private boolean isFull() {
    return (limit != null && scanned >= limit) || bytes > LARGEST_PAGE;
  }

  private Map<String, AttributeValue> key(Map<String, AttributeValue> attributes) {
    return index == null ? table.keys().of(attributes) : index.startKey(attributes);
  }
}

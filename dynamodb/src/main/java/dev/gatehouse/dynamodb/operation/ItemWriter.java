package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The writer of items and of their entries in indexes. */
public final class ItemWriter {

  private ItemWriter() {}

  /**
   * Puts one item in place of another; part of a change of the store.
   *
   * @param before the stored item, null for none
   * @param after the new item, null to delete
   * @param charged what the write consumes is added here
   * @param factor by how much the units of the table, not of indexes, are multiplied
   */
  public static void replace(
      Table table,
      byte[] key,
      @Nullable Item before,
      @Nullable Item after,
      Capacity charged,
      int factor) {
    charged.add(factor * Capacity.write(Math.max(size(before), size(after))));
    for (Index index : table.indexes()) {
      replaceEntry(index, before, after, charged);
    }
    if (after != null) {
      table.items().put(key, after);
    } else if (before != null) {
      table.items().remove(key);
    }
  }

  private static void replaceEntry(
      Index index, @Nullable Item before, @Nullable Item after, Capacity charged) {
    byte @Nullable [] oldKey = before == null ? null : index.entryKey(before.attributes());
    byte @Nullable [] newKey = after == null ? null : index.entryKey(after.attributes());
    @Nullable Item oldEntry = before == null || oldKey == null ? null : index.entry(before);
    @Nullable Item newEntry = after == null || newKey == null ? null : index.entry(after);
    boolean sameKey = oldKey != null && newKey != null && Arrays.equals(oldKey, newKey);
    if (oldEntry != null && newEntry != null && sameKey) {
      if (!oldEntry.attributes().equals(newEntry.attributes())) {
        charged.add(index, Capacity.write(Math.max(oldEntry.size(), newEntry.size())));
      }
    } else {
      chargeIfPresent(index, oldEntry, charged);
      chargeIfPresent(index, newEntry, charged);
    }
    if (oldKey != null && !sameKey) {
      index.entries().remove(oldKey);
    }
    if (newKey != null && newEntry != null) {
      index.entries().put(newKey, newEntry);
    }
  }

  private static void chargeIfPresent(Index index, @Nullable Item entry, Capacity charged) {
    if (entry != null) {
      charged.add(index, Capacity.write(entry.size()));
    }
  }

  private static int size(@Nullable Item item) {
    return item == null ? 0 : item.size();
  }
}

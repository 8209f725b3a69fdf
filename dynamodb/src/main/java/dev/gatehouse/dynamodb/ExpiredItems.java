package dev.gatehouse.dynamodb;

import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemWriter;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** The deletion of items whose time to live is over. */
final class ExpiredItems implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Items that expired longer ago stay, so that a wrong attribute does not empty a table. */
  private static final Duration LONGEST_AGO = Duration.ofDays(5 * 365);

  private final Engine engine;
  private final Thread thread;

  ExpiredItems(Engine engine) {
    this.engine = engine;
    this.thread = Thread.ofVirtual().name("dynamodb-expiry").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        tryToDelete();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToDelete() {
    try {
      delete();
    } catch (RuntimeException e) {
      // Such as on a full disk: the items stay until the next time.
      System.getLogger(ExpiredItems.class.getName())
          .log(Level.WARNING, "Expired items were not deleted: {0}", e.getMessage());
    }
  }

  /** Deletes the items of all tables that have expired by now. */
  void delete() {
    for (Table table : engine.tables().all()) {
      @Nullable String attribute = table.state().timeToLive();
      if (attribute != null) {
        for (byte[] key : expired(table, attribute)) {
          delete(table, key, attribute);
        }
      }
    }
  }

  private List<byte[]> expired(Table table, String attribute) {
    List<byte[]> keys = new ArrayList<>();
    Cursor<byte[], Item> cursor = table.items().cursor(null);
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      if (isExpired(cursor.getValue(), attribute)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private void delete(Table table, byte[] key, String attribute) {
    boolean unused =
        engine
            .store()
            .write(
                () -> {
                  @Nullable Table current = engine.tables().find(table.name()).orElse(null);
                  boolean same = current != null && current.state().id().equals(table.state().id());
                  @Nullable Item item = current == null || !same ? null : current.items().get(key);
                  if (current != null && item != null && isExpired(item, attribute)) {
                    ItemWriter.replace(current, key, item, null, new Capacity(current), 1);
                  }
                  return true;
                });
  }

  private boolean isExpired(Item item, String attribute) {
    Instant now = engine.clock().instant();
    return item.attributes().get(attribute) instanceof AttributeValue.N time
        && time.value().compareTo(seconds(now)) < 0
        && time.value().compareTo(seconds(now.minus(LONGEST_AGO))) > 0;
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

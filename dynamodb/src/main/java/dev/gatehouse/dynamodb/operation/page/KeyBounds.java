package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.expression.key.KeyCondition;
import dev.gatehouse.dynamodb.expression.key.KeyOperator;
import dev.gatehouse.dynamodb.expression.key.KeyRange;
import dev.gatehouse.dynamodb.store.KeyBytes;
import dev.gatehouse.dynamodb.table.KeySchema;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.Arrays;

/**
 * A range of keys.
 *
 * @param from the first key
 * @param to the end, which is not in it; empty for the end of all keys
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyBounds(byte[] from, byte[] to) {

  /** All keys. */
  static final KeyBounds ALL = new KeyBounds(new byte[0], new byte[0]);

  private static final long HASHES = 1L << 32;

  /** Returns the keys that a query reads. */
  static KeyBounds of(KeyRange range) {
    byte[] prefix = KeySchema.partition(range.partition());
    for (KeyCondition condition : range.sort()) {
      if (condition.operator() != KeyOperator.EQUAL) {
        return of(prefix, condition);
      }
      prefix = KeyBytes.concat(prefix, KeyBytes.of(condition.values().getFirst()));
    }
    return beginningWith(prefix);
  }

  private static KeyBounds of(byte[] prefix, KeyCondition condition) {
    AttributeValue value = condition.values().getFirst();
    byte[] at = KeyBytes.concat(prefix, KeyBytes.of(value));
    byte[] end = KeyBytes.afterPrefix(prefix);
    return switch (condition.operator()) {
      case EQUAL -> beginningWith(at);
      case LESS -> new KeyBounds(prefix, at);
      case LESS_OR_EQUAL -> new KeyBounds(prefix, KeyBytes.afterPrefix(at));
      case GREATER -> new KeyBounds(KeyBytes.afterPrefix(at), end);
      case GREATER_OR_EQUAL -> new KeyBounds(at, end);
      case BETWEEN -> {
        byte[] last = KeyBytes.concat(prefix, KeyBytes.of(condition.values().getLast()));
        yield new KeyBounds(at, KeyBytes.afterPrefix(last));
      }
      case BEGINS_WITH -> beginningWith(KeyBytes.concat(prefix, KeyBytes.beginning(value)));
    };
  }

  private static KeyBounds beginningWith(byte[] prefix) {
    return new KeyBounds(prefix, KeyBytes.afterPrefix(prefix));
  }

  /** Returns the keys of a segment of a parallel scan: a range of hashes. */
  static KeyBounds ofSegment(long segment, long segments) {
    byte[] from = hash(segment * HASHES / segments);
    byte[] to = segment + 1 == segments ? new byte[0] : hash((segment + 1) * HASHES / segments);
    return new KeyBounds(from, to);
  }

  private static byte[] hash(long hash) {
    return new byte[] {
      (byte) (hash >>> 24), (byte) (hash >>> 16), (byte) (hash >>> 8), (byte) hash
    };
  }

  boolean contains(byte[] key) {
    return Arrays.compareUnsigned(key, from) >= 0 && isBeforeEnd(key);
  }

  boolean isBeforeEnd(byte[] key) {
    return to.length == 0 || Arrays.compareUnsigned(key, to) < 0;
  }
}

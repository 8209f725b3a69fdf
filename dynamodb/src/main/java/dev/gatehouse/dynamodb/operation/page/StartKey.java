package dev.gatehouse.dynamodb.operation.page;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.key.KeyRange;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.KeySchema;
import dev.gatehouse.dynamodb.table.KeySchemaElement;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ExclusiveStartKey. */
final class StartKey {

  private static final String INVALID = "The provided starting key is invalid";

  private StartKey() {}

  /** Reads the key, null if the request has none. */
  static @Nullable Map<String, AttributeValue> read(Parameters request) {
    @Nullable JsonObject json = request.object("ExclusiveStartKey");
    if (json == null) {
      return null;
    }
    AttributeNames.refuse(json);
    try {
      Map<String, AttributeValue> key = new ValueReader(request.layer()).readMap(json);
      Nesting.check(key);
      return key;
    } catch (DynamoDbException e) {
      String text = e.textOrEmpty();
      boolean ofTypes = text.equals(Texts.EMPTY_VALUE) || text.equals(Texts.SEVERAL_TYPES);
      throw ofTypes ? e.withText(INVALID + ": " + text) : e;
    }
  }

  /** Checks that a key has what an entry of the table or index is found by, and nothing else. */
  static void checkShape(Map<String, AttributeValue> key, Table table, @Nullable Index index) {
    Set<String> names = new HashSet<>(table.keys().names());
    boolean fits = table.keys().holds(key);
    if (index != null) {
      names.addAll(index.keys().names());
      fits &= index.keys().holds(key);
    }
    if (!fits || !key.keySet().equals(names)) {
      throw DynamoDbException.validation(INVALID);
    }
    ItemKeys.refuseEmpty(table.keys(), key);
    if (index != null) {
      ItemKeys.refuseEmpty(index.keys(), key);
    }
  }

  /** Checks that a query with these conditions could have ended at a key. */
  static void checkRange(Map<String, AttributeValue> key, KeySchema keys, KeyRange range) {
    boolean same = values(keys.hash(), key).equals(range.partition());
    if (!same && keys.range().isEmpty()) {
      throw DynamoDbException.validation("The provided exclusive start key is invalid");
    }
    if (!same) {
      throw DynamoDbException.validation(
          range.sort().isEmpty()
              ? "The provided starting key is outside query boundaries based on provided conditions"
              : "The query can return at most one row and cannot be restarted");
    }
    if (range.position(values(keys.range(), key)) != 0) {
      throw DynamoDbException.validation(
          "The provided starting key does not match the range key predicate");
    }
  }

  private static List<AttributeValue> values(
      List<KeySchemaElement> attributes, Map<String, AttributeValue> key) {
    List<AttributeValue> values = new ArrayList<>();
    for (KeySchemaElement attribute : attributes) {
      @Nullable AttributeValue value = key.get(attribute.name());
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns the bytes of a key whose shape was checked. */
  static byte[] bytes(Map<String, AttributeValue> key, Table table, @Nullable Index index) {
    byte[] bytes = index == null ? table.keys().bytes(key) : index.entryKey(key);
    if (bytes == null) {
      throw DynamoDbException.validation(INVALID);
    }
    return bytes;
  }
}

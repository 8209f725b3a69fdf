package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.KeySchema;
import dev.gatehouse.dynamodb.table.KeySchemaElement;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of key attributes against the schemas of a table. */
public final class ItemKeys {

  private static final int LARGEST_HASH = 2048;
  private static final int LARGEST_RANGE = 1024;
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private ItemKeys() {}

  /** Checks a Key, which has the table's key attributes and no others. */
  public static void checkKey(Table table, Map<String, AttributeValue> key) {
    if (!table.keys().matches(key)) {
      throw DynamoDbException.validation(Texts.KEY_MISMATCH);
    }
    checkValues(table.keys(), key);
  }

  /** Checks that an item of a batch has the table's key. */
  public static void checkBatchItem(Table table, Map<String, AttributeValue> item) {
    if (!table.keys().holds(item)) {
      throw DynamoDbException.validation(Texts.KEY_MISMATCH);
    }
    checkValues(table.keys(), item);
    checkIndexKeys(table, item);
  }

  /** Checks that an item has the table's key, naming what is wrong. */
  public static void checkItem(Table table, Map<String, AttributeValue> item) {
    for (KeySchemaElement attribute : table.keys().attributes()) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value == null) {
        throw DynamoDbException.invalidParameter(
            "Missing the key " + attribute.name() + " in the item");
      }
      if (!value.type().equals(attribute.type())) {
        throw DynamoDbException.invalidParameter(
            "Type mismatch for key "
                + attribute.name()
                + " expected: "
                + attribute.type()
                + " actual: "
                + value.type());
      }
    }
    checkValues(table.keys(), item);
  }

  /** Refuses key values that are empty or too large. */
  public static void checkValues(KeySchema keys, Map<String, AttributeValue> item) {
    refuseEmpty(keys, item);
    refuseLarge(keys, item);
  }

  /** Refuses key values that are empty. */
  public static void refuseEmpty(KeySchema keys, Map<String, AttributeValue> item) {
    for (String name : keys.names()) {
      @Nullable String empty = empty(item.get(name));
      if (empty != null) {
        throw DynamoDbException.validation(
            NOT_VALID
                + "The AttributeValue for a key attribute cannot contain an empty "
                + empty
                + " value. Key: "
                + name);
      }
    }
  }

  private static void refuseLarge(KeySchema keys, Map<String, AttributeValue> item) {
    if (size(keys.hash(), item) > LARGEST_HASH) {
      throw DynamoDbException.invalidParameter(
          "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (size(keys.range(), item) > LARGEST_RANGE) {
      throw DynamoDbException.invalidParameter(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  /** Checks what an item has of the keys of indexes; it need not have them. */
  public static void checkIndexKeys(Table table, Map<String, AttributeValue> item) {
    for (Index index : sorted(table.indexes())) {
      for (KeySchemaElement attribute : index.keys().attributes()) {
        @Nullable AttributeValue value = item.get(attribute.name());
        if (value != null && table.keys().names().contains(attribute.name())) {
          // Checked as a key of the table, which may be longer as its partition key than here.
          refuseLarge(index, attribute, value);
        } else if (value != null) {
          checkIndexKey(index, attribute, value);
        }
      }
    }
  }

  /** Refuses keys of indexes that are empty, whatever the types of others are. */
  public static void refuseEmptyIndexKeys(Table table, Map<String, AttributeValue> item) {
    for (Index index : sorted(table.indexes())) {
      for (KeySchemaElement attribute : index.keys().attributes()) {
        @Nullable AttributeValue value = item.get(attribute.name());
        if (value != null
            && value.type().equals(attribute.type())
            && !table.keys().names().contains(attribute.name())) {
          refuseEmptyIndexKey(index, attribute, value);
        }
      }
    }
  }

  private static void checkIndexKey(Index index, KeySchemaElement attribute, AttributeValue value) {
    refuseType(index, attribute, value.type());
    refuseEmptyIndexKey(index, attribute, value);
    refuseLarge(index, attribute, value);
  }

  private static void refuseEmptyIndexKey(
      Index index, KeySchemaElement attribute, AttributeValue value) {
    @Nullable String empty = empty(value);
    if (empty != null) {
      throw DynamoDbException.validation(
          NOT_VALID
              + "A value specified for a secondary index key is not supported. The AttributeValue"
              + " for a key attribute cannot contain an empty "
              + empty
              + " value. IndexName: "
              + index.name()
              + ", IndexKey: "
              + attribute.name());
    }
  }

  /** Refuses an update that writes a key of an index with a type that it cannot have. */
  public static void checkWrittenTypes(Table table, Map<String, String> types) {
    for (Index index : sorted(table.indexes())) {
      for (KeySchemaElement attribute : index.keys().attributes()) {
        @Nullable String type = types.get(attribute.name());
        if (type != null && !table.keys().names().contains(attribute.name())) {
          refuseType(index, attribute, type);
        }
      }
    }
  }

  /**
   * Checks what an updated item has of the keys of indexes.
   *
   * @param updated the attributes that the update names
   */
  public static void checkUpdatedIndexKeys(
      Table table, Map<String, AttributeValue> item, Set<String> updated) {
    for (Index index : sorted(table.indexes())) {
      for (KeySchemaElement attribute : index.keys().attributes()) {
        @Nullable AttributeValue value = item.get(attribute.name());
        if (value != null && updated.contains(attribute.name())) {
          if (!value.type().equals(attribute.type())) {
            throw DynamoDbException.validation(
                "The update expression attempted to update the secondary index key to unsupported"
                    + " type");
          }
          @Nullable String empty = empty(value);
          if (empty != null) {
            throw DynamoDbException.validation(
                NOT_VALID
                    + "The update expression attempted to update a secondary index key to a value"
                    + " that is not supported. The AttributeValue for a key attribute cannot"
                    + " contain an empty "
                    + empty
                    + " value.");
          }
          refuseLarge(index, attribute, value);
        }
      }
    }
  }

  private static void refuseType(Index index, KeySchemaElement attribute, String type) {
    if (!type.equals(attribute.type())) {
      throw DynamoDbException.invalidParameter(
          "Type mismatch for Index Key "
              + attribute.name()
              + " Expected: "
              + attribute.type()
              + " Actual: "
              + type
              + " IndexName: "
              + index.name());
    }
  }

  private static void refuseLarge(Index index, KeySchemaElement attribute, AttributeValue value) {
    int largest = index.keys().hash().contains(attribute) ? LARGEST_HASH : LARGEST_RANGE;
    int size = Sizes.value(value);
    if (size > largest) {
      throw DynamoDbException.invalidParameter(
          "Size limit exceeded for Index Key "
              + attribute.name()
              + " Actual Size: "
              + size
              + " bytes Max Size: "
              + largest
              + " bytes IndexName: "
              + index.name());
    }
  }

  private static List<Index> sorted(List<Index> indexes) {
    return indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
  }

  private static int size(List<KeySchemaElement> attributes, Map<String, AttributeValue> item) {
    int size = 0;
    for (KeySchemaElement attribute : attributes) {
      @Nullable AttributeValue value = item.get(attribute.name());
      size += value == null ? 0 : Sizes.value(value);
    }
    return size;
  }

  /** Returns what kind of value is empty, null for one that is not. */
  private static @Nullable String empty(@Nullable AttributeValue value) {
    if (value instanceof AttributeValue.S s && s.value().isEmpty()) {
      return "string";
    }
    return value instanceof AttributeValue.B b && b.value().length() == 0 ? "binary" : null;
  }
}

package dev.gatehouse.dynamodb.table;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.KeyBytes;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table or an index.
 *
 * @param hash the attributes that choose the partition: one, of a global index up to four
 * @param range the attributes that sort within the partition, if any
 */
public record KeySchema(List<KeySchemaElement> hash, List<KeySchemaElement> range) {

  /** Reads a KeySchema of a request or description. */
  static KeySchema of(JsonArray schema, Function<String, String> typeOf) {
    List<KeySchemaElement> hash = new ArrayList<>();
    List<KeySchemaElement> range = new ArrayList<>();
    schema.forEach(
        each -> {
          JsonObject element = each.getAsJsonObject();
          String name = element.get("AttributeName").getAsString();
          boolean isHash = element.get("KeyType").getAsString().equals("HASH");
          (isHash ? hash : range).add(new KeySchemaElement(name, typeOf.apply(name)));
        });
    return new KeySchema(List.copyOf(hash), List.copyOf(range));
  }

  /** Returns all attributes, those of the partition first. */
  public List<KeySchemaElement> attributes() {
    return Stream.concat(hash.stream(), range.stream()).toList();
  }

  /** Returns the names of all attributes. */
  public List<String> names() {
    return attributes().stream().map(KeySchemaElement::name).toList();
  }

  /** Returns whether these attributes are a key of this schema, no more and no fewer. */
  public boolean matches(Map<String, AttributeValue> key) {
    return key.size() == hash.size() + range.size() && holds(key);
  }

  /** Returns whether an item has all attributes of this key, with their types. */
  public boolean holds(Map<String, AttributeValue> item) {
    for (KeySchemaElement attribute : attributes()) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value == null || !value.type().equals(attribute.type())) {
        return false;
      }
    }
    return true;
  }

  /** Returns the key of an item that has one. */
  public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    for (String name : names()) {
      key.put(name, present(item, name));
    }
    return key;
  }

  /** Returns the bytes of the partition, which all keys in it begin with. */
  public byte[] partition(Map<String, AttributeValue> item) {
    byte[] values = bytes(item, hash);
    return KeyBytes.concat(KeyBytes.hash(values), values);
  }

  /** Returns the bytes of a partition by the values of its key. */
  public static byte[] partition(List<AttributeValue> values) {
    byte[][] parts = values.stream().map(KeyBytes::of).toArray(byte[][]::new);
    byte[] all = KeyBytes.concat(parts);
    return KeyBytes.concat(KeyBytes.hash(all), all);
  }

  /** Returns the bytes of an item's key. */
  public byte[] bytes(Map<String, AttributeValue> item) {
    return KeyBytes.concat(partition(item), bytes(item, range));
  }

  /** Returns the bytes of the values, without the hash. */
  byte[] plainBytes(Map<String, AttributeValue> item) {
    return KeyBytes.concat(bytes(item, hash), bytes(item, range));
  }

  private static byte[] bytes(Map<String, AttributeValue> item, List<KeySchemaElement> attributes) {
    byte[][] parts = new byte[attributes.size()][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = KeyBytes.of(present(item, attributes.get(i).name()));
    }
    return parts.length == 1 ? parts[0] : KeyBytes.concat(parts);
  }

  private static AttributeValue present(Map<String, AttributeValue> item, String name) {
    @Nullable AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no key attribute " + name);
    }
    return value;
  }
}

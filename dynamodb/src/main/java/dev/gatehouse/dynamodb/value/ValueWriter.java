package dev.gatehouse.dynamodb.value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** The JSON of attribute values. */
public final class ValueWriter {

  private ValueWriter() {}

  /** Returns the JSON of an item, a key or any other map of values. */
  public static JsonObject write(Map<String, AttributeValue> values) {
    JsonObject json = new JsonObject();
    values.forEach((name, value) -> json.add(name, write(value)));
    return json;
  }

  /** Returns the JSON of a value, an object with its type as the only member. */
  public static JsonObject write(AttributeValue value) {
    JsonObject json = new JsonObject();
    json.add(value.type(), content(value));
    return json;
  }

  private static JsonElement content(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> new JsonPrimitive(s.value());
      case AttributeValue.N n -> new JsonPrimitive(Numbers.text(n.value()));
      case AttributeValue.B b -> new JsonPrimitive(b.value().base64());
      case AttributeValue.Bool bool -> new JsonPrimitive(bool.value());
      case AttributeValue.Null none -> new JsonPrimitive(true);
      case AttributeValue.SS ss -> array(ss.members().stream().map(JsonPrimitive::new).toList());
      case AttributeValue.NS ns ->
          array(ns.members().stream().map(n -> new JsonPrimitive(Numbers.text(n))).toList());
      case AttributeValue.BS bs ->
          array(bs.members().stream().map(b -> new JsonPrimitive(b.base64())).toList());
      case AttributeValue.L l -> array(l.elements().stream().map(ValueWriter::write).toList());
      case AttributeValue.M m -> write(m.entries());
    };
  }

  private static JsonArray array(Iterable<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}

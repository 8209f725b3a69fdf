package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.TreeMap;

/** The conversion between protobuf structs and JSON that changes nothing: unknown values stay. */
final class PropertyStructs {
  /** The text in place of a value that a preview cannot know. */
  static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private PropertyStructs() {}

  static JsonObject json(Struct struct) {
    JsonObject object = new JsonObject();
    new TreeMap<>(struct.getFieldsMap()).forEach((name, value) -> object.add(name, json(value)));
    return object;
  }

  static Struct struct(JsonObject object) {
    Struct.Builder struct = Struct.newBuilder();
    object.entrySet().forEach(field -> struct.putFields(field.getKey(), value(field.getValue())));
    return struct.build();
  }

  private static JsonElement json(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> json(value.getStructValue());
      case LIST_VALUE -> {
        JsonArray array = new JsonArray();
        value.getListValue().getValuesList().forEach(item -> array.add(json(item)));
        yield array;
      }
      case STRING_VALUE -> new JsonPrimitive(value.getStringValue());
      case NUMBER_VALUE -> new JsonPrimitive(value.getNumberValue());
      case BOOL_VALUE -> new JsonPrimitive(value.getBoolValue());
      case NULL_VALUE, KIND_NOT_SET -> JsonNull.INSTANCE;
    };
  }

  private static Value value(JsonElement element) {
    Value.Builder value = Value.newBuilder();
    if (element instanceof JsonObject object) {
      return value.setStructValue(struct(object)).build();
    }
    if (element instanceof JsonArray array) {
      ListValue.Builder list = ListValue.newBuilder();
      array.forEach(item -> list.addValues(value(item)));
      return value.setListValue(list).build();
    }
    if (element instanceof JsonPrimitive primitive) {
      return primitive.isBoolean()
          ? value.setBoolValue(primitive.getAsBoolean()).build()
          : primitive.isNumber()
              ? value.setNumberValue(primitive.getAsDouble()).build()
              : value.setStringValue(primitive.getAsString()).build();
    }
    return value.setNullValue(NullValue.NULL_VALUE).build();
  }
}

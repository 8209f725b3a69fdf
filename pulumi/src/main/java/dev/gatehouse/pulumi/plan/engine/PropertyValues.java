package dev.gatehouse.pulumi.plan.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * The conversion between the property values of Pulumi's protocol and JSON. Archives become their
 * paths from the root of the repository; secrets and outputs become the values inside them.
 *
 * @param program the directory that relative paths of the program start from
 */
public record PropertyValues(Path root, Path program) {
  private static final String KIND = "4dabf18193072939515e22adb298388d";
  private static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  private static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** Returns the object as JSON, its members in alphabetical order. */
  JsonObject json(Struct struct) {
    JsonObject object = new JsonObject();
    new TreeMap<>(struct.getFieldsMap()).forEach((name, value) -> object.add(name, json(value)));
    return object;
  }

  /** Returns the object as a protobuf struct. */
  Struct struct(JsonObject object) {
    Struct.Builder struct = Struct.newBuilder();
    object.entrySet().forEach(field -> struct.putFields(field.getKey(), value(field.getValue())));
    return struct.build();
  }

  private JsonElement json(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> unwrapped(value.getStructValue());
      case LIST_VALUE -> {
        JsonArray array = new JsonArray();
        value.getListValue().getValuesList().forEach(item -> array.add(json(item)));
        yield array;
      }
      case STRING_VALUE -> known(value.getStringValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> new JsonPrimitive(value.getBoolValue());
      case NULL_VALUE, KIND_NOT_SET -> JsonNull.INSTANCE;
    };
  }

  /** Protobuf has doubles only: whole numbers are written without a fraction. */
  private static JsonPrimitive number(double number) {
    return number == Math.rint(number)
        ? new JsonPrimitive((long) number)
        : new JsonPrimitive(number);
  }

  private JsonElement unwrapped(Struct struct) {
    if (!struct.containsFields(KIND)) {
      return json(struct);
    }
    return switch (struct.getFieldsOrThrow(KIND).getStringValue()) {
      case SECRET -> json(struct.getFieldsOrThrow("value"));
      case OUTPUT ->
          struct.containsFields("value") ? json(struct.getFieldsOrThrow("value")) : known(UNKNOWN);
      case RESOURCE -> json(struct.getFieldsOrThrow("urn"));
      case ARCHIVE -> new JsonPrimitive(path(struct.getFieldsOrThrow("path").getStringValue()));
      default -> throw new RecordingFailed("Unsupported property value: " + struct);
    };
  }

  private String path(String archive) {
    return root.relativize(program.resolve(archive).normalize()).toString().replace('\\', '/');
  }

  /** The fake provider computes every output, so no value may be unknown. */
  private static JsonElement known(String text) {
    if (text.equals(UNKNOWN)) {
      throw new RecordingFailed("A value is unknown: the fake provider lacks an output");
    }
    return new JsonPrimitive(text);
  }

  private Value value(JsonElement element) {
    Value.Builder value = Value.newBuilder();
    if (element instanceof JsonObject object) {
      value.setStructValue(struct(object));
    } else if (element instanceof JsonArray array) {
      ListValue.Builder list = ListValue.newBuilder();
      array.forEach(item -> list.addValues(value(item)));
      value.setListValue(list);
    } else if (element instanceof JsonPrimitive primitive) {
      primitive(value, primitive);
    } else {
      value.setNullValue(NullValue.NULL_VALUE);
    }
    return value.build();
  }

  private static void primitive(Value.Builder value, JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      value.setBoolValue(primitive.getAsBoolean());
    } else if (primitive.isNumber()) {
      value.setNumberValue(primitive.getAsDouble());
    } else {
      value.setStringValue(primitive.getAsString());
    }
  }
}

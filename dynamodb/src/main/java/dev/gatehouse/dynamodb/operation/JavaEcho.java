package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a request as AWS repeats them in texts: in the form of Java's toString. */
public final class JavaEcho {

  private static final String[][] VALUE = {
    {"s", "S"},
    {"n", "N"},
    {"b", "B"},
    {"iNT", ""},
    {"dECIMAL", ""},
    {"dOUBLE", ""},
    {"sS", "SS"},
    {"nS", "NS"},
    {"bS", "BS"},
    {"iNTSET", ""},
    {"dECIMALSET", ""},
    {"dOUBLESET", ""},
    {"m", "M"},
    {"l", "L"},
    {"nULL", "NULL"},
    {"bOOL", "BOOL"}
  };

  private JavaEcho() {}

  /** Returns a KeySchema. */
  public static String keySchema(JsonArray schema) {
    List<String> elements = new ArrayList<>();
    for (JsonElement each : schema) {
      elements.add(
          "KeySchemaElement(attributeName="
              + text(each, "AttributeName")
              + ", keyType="
              + text(each, "KeyType")
              + ")");
    }
    return elements.toString();
  }

  /** Returns the RequestItems of BatchWriteItem. */
  public static String writeRequests(JsonObject requestItems) {
    Map<String, String> tables = new HashMap<>(requestItems.size());
    requestItems
        .entrySet()
        .forEach(
            table -> {
              List<String> writes = new ArrayList<>();
              table.getValue().getAsJsonArray().forEach(each -> writes.add(writeRequest(each)));
              tables.put(table.getKey(), writes.toString());
            });
    return tables.toString();
  }

  private static String writeRequest(JsonElement json) {
    JsonObject request = json.getAsJsonObject();
    String put =
        request.get("PutRequest") instanceof JsonObject item
            ? "PutRequest(item=" + values(item.get("Item")) + ", workloadProfileName=null)"
            : "null";
    String delete =
        request.get("DeleteRequest") instanceof JsonObject key
            ? "DeleteRequest(key=" + values(key.get("Key")) + ", workloadProfileName=null)"
            : "null";
    return "WriteRequest(putRequest=" + put + ", deleteRequest=" + delete + ")";
  }

  private static String values(@Nullable JsonElement json) {
    if (!(json instanceof JsonObject object)) {
      return "null";
    }
    Map<String, String> values = new HashMap<>(object.size());
    object.entrySet().forEach(each -> values.put(each.getKey(), value(each.getValue())));
    return values.toString();
  }

  private static String value(JsonElement json) {
    JsonObject value = json.getAsJsonObject();
    List<String> members = new ArrayList<>();
    for (String[] member : VALUE) {
      members.add(member[0] + "=" + member(value.get(member[1])));
    }
    return "AttributeValue(" + String.join(", ", members) + ")";
  }

  private static String member(@Nullable JsonElement json) {
    if (json == null) {
      return "null";
    }
    if (json instanceof JsonArray array) {
      List<String> elements = new ArrayList<>();
      array.forEach(
          each -> elements.add(each instanceof JsonObject ? value(each) : each.getAsString()));
      return elements.toString();
    }
    return json instanceof JsonObject ? values(json) : json.getAsString();
  }

  private static String text(JsonElement structure, String name) {
    JsonElement member = structure.getAsJsonObject().get(name);
    return member == null ? "null" : member.getAsString();
  }
}

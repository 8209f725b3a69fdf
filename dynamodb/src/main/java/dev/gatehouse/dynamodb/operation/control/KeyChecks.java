package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of the key schemas and attribute definitions of a new table. */
final class KeyChecks {

  private static final int MOST_OF_KIND = 4;

  private final Parameters table;
  private final List<String> defined = new ArrayList<>();

  KeyChecks(Parameters table) {
    this.table = table;
    for (JsonElement each : list(table, "AttributeDefinitions")) {
      defined.add(each.getAsJsonObject().get("AttributeName").getAsString());
    }
  }

  void check() {
    refuseDuplicates();
    List<String> keys = names(list(table, "KeySchema"));
    if (defined.size() < keys.size()) {
      throw DynamoDbException.validation(
          "Invalid KeySchema: Some index key attribute have no definition");
    }
    refuseUndefined(keys);
    checkTableSchema(list(table, "KeySchema"));
    Set<String> used = new HashSet<>(keys);
    for (String member : new String[] {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
      for (JsonElement index : list(table, member)) {
        JsonArray schema = list(table.of(index), "KeySchema");
        refuseUndefined(names(schema));
        if (member.startsWith("G")) {
          checkGlobalSchema(schema);
        }
        used.addAll(names(schema));
      }
    }
    refuseUnused(used);
  }

  private void refuseDuplicates() {
    Set<String> seen = new HashSet<>();
    for (String name : defined) {
      if (!seen.add(name)) {
        throw DynamoDbException.validation("Attribute Name is duplicated: " + name);
      }
    }
  }

  /** Refuses key attributes that are not among the definitions. */
  private void refuseUndefined(List<String> keys) {
    if (!defined.containsAll(keys)) {
      throw DynamoDbException.invalidParameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + hashOrder(keys)
              + ", AttributeDefinitions: "
              + hashOrder(defined));
    }
  }

  private void refuseUnused(Set<String> used) {
    if (used.containsAll(defined)) {
      return;
    }
    if (!table.has("GlobalSecondaryIndexes") && !table.has("LocalSecondaryIndexes")) {
      throw DynamoDbException.invalidParameter(
          "Number of attributes in KeySchema does not exactly match number of attributes defined"
              + " in AttributeDefinitions");
    }
    throw DynamoDbException.invalidParameter(
        "Some AttributeDefinitions are not used. AttributeDefinitions: "
            + hashOrder(defined)
            + ", keys used: "
            + used);
  }

  private static void checkTableSchema(JsonArray schema) {
    List<String> names = names(schema);
    List<String> types = types(schema);
    if (names.size() == 2 && names.get(0).equals(names.get(1))) {
      throw DynamoDbException.validation(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    checkFirst(types);
    if (types.size() == 2 && !types.get(1).equals("RANGE")) {
      throw DynamoDbException.validation(
          "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }
  }

  /** Checks the key schema of a global index, which may have several attributes of each type. */
  static void checkGlobalSchema(JsonArray schema) {
    List<String> names = names(schema);
    List<String> types = types(schema);
    if (new HashSet<>(names).size() < names.size()) {
      throw DynamoDbException.validation(
          names.size() == 2
              ? "Both the Hash Key and the Range Key element in the KeySchema have the same name"
              : "The KeySchema contains multiple key attributes with the same name");
    }
    checkFirst(types);
    for (String type : new String[] {"HASH", "RANGE"}) {
      if (types.stream().filter(type::equals).count() > MOST_OF_KIND) {
        throw DynamoDbException.invalidParameter(
            "The KeySchema exceeds the maximum allowed number of " + type + " key attributes");
      }
    }
    if (types.contains("RANGE") && types.lastIndexOf("HASH") > types.indexOf("RANGE")) {
      throw DynamoDbException.invalidParameter(
          "All HASH key attributes must precede RANGE key attributes in the KeySchema");
    }
  }

  private static void checkFirst(List<String> types) {
    if (!types.getFirst().equals("HASH")) {
      throw DynamoDbException.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
  }

  static List<String> names(JsonArray schema) {
    return members(schema, "AttributeName");
  }

  static List<String> types(JsonArray schema) {
    return members(schema, "KeyType");
  }

  private static List<String> members(JsonArray schema, String name) {
    List<String> members = new ArrayList<>();
    schema.forEach(each -> members.add(each.getAsJsonObject().get(name).getAsString()));
    return members;
  }

  /** Returns the names in the order of AWS's hash maps. */
  private static Collection<String> hashOrder(List<String> names) {
    Map<String, Boolean> map = new HashMap<>(names.size());
    new LinkedHashSet<>(names).forEach(name -> map.put(name, true));
    return map.keySet();
  }

  static JsonArray list(Parameters of, String name) {
    @Nullable JsonArray list = of.array(name);
    return list == null ? new JsonArray() : list;
  }
}

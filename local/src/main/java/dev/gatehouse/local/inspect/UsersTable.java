package dev.gatehouse.local.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The rows of the users table. */
public final class UsersTable {

  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final int BATCH = 100;

  private final BiFunction<String, JsonObject, JsonObject> dynamoDb;
  private final String name;
  private final String key;

  private UsersTable(BiFunction<String, JsonObject, JsonObject> dynamoDb, String name, String key) {
    this.dynamoDb = dynamoDb;
    this.name = name;
    this.key = key;
  }

  /** Returns the users table of the plan, the one with the hash key {@code sub}. */
  public static Resource in(Plan plan) {
    return plan.ofType(TABLE).stream()
        .filter(table -> table.optionalInput("hashKey").filter("sub"::equals).isPresent())
        .findFirst()
        .orElseGet(() -> plan.first(TABLE));
  }

  /**
   * Creates a reader of the users table of a plan.
   *
   * @param dynamoDb calls an operation of DynamoDB
   */
  public static UsersTable of(Plan plan, BiFunction<String, JsonObject, JsonObject> dynamoDb) {
    Resource table = in(plan);
    return new UsersTable(dynamoDb, table.output("name"), table.input("hashKey"));
  }

  /** Returns the values of a row as texts, by column; an empty Optional if there is no row. */
  public Optional<Map<String, String>> find(String sub) {
    JsonObject request = Json.object("TableName", name, "Key", key(sub), "ConsistentRead", true);
    return dynamoDb.apply("GetItem", request).get("Item") instanceof JsonObject item
        ? Optional.of(texts(item))
        : Optional.empty();
  }

  /** Returns which of these users have a row. */
  Set<String> existing(Collection<String> subs) {
    Set<String> found = new HashSet<>();
    List<String> rest = List.copyOf(new HashSet<>(subs));
    for (int from = 0; from < rest.size(); from += BATCH) {
      found.addAll(batch(rest.subList(from, Math.min(rest.size(), from + BATCH))));
    }
    return found;
  }

  private Set<String> batch(List<String> subs) {
    JsonArray keys = new JsonArray();
    subs.forEach(sub -> keys.add(key(sub)));
    JsonObject keysAndNames =
        Json.object(
            "Keys",
            keys,
            "ProjectionExpression",
            "#key",
            "ExpressionAttributeNames",
            Json.object("#key", key));
    JsonObject response =
        dynamoDb.apply(
            "BatchGetItem", Json.object("RequestItems", Json.object(name, keysAndNames)));
    Set<String> found = new HashSet<>();
    response
        .getAsJsonObject("Responses")
        .getAsJsonArray(name)
        .forEach(item -> found.add(texts(item.getAsJsonObject()).getOrDefault(key, "")));
    return found;
  }

  /** Returns the rows whose key is none of these users', in no order. */
  List<Map<String, String>> without(Set<String> subs) {
    List<Map<String, String>> rows = new ArrayList<>();
    JsonObject scan = Json.object("TableName", name);
    JsonObject page;
    do {
      page = dynamoDb.apply("Scan", scan);
      for (JsonElement item : page.getAsJsonArray("Items")) {
        Map<String, String> row = texts(item.getAsJsonObject());
        if (!subs.contains(row.getOrDefault(key, ""))) {
          rows.add(row);
        }
      }
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    } while (page.has("LastEvaluatedKey"));
    return rows;
  }

  private JsonObject key(String sub) {
    return Json.object(key, Json.object("S", sub));
  }

  private static Map<String, String> texts(JsonObject item) {
    Map<String, String> row = new TreeMap<>();
    item.asMap().forEach((column, value) -> row.put(column, text(value.getAsJsonObject())));
    return row;
  }

  /** Returns the value of DynamoDB's JSON, a collection as JSON. */
  private static String text(JsonObject typed) {
    JsonElement value = typed.asMap().values().iterator().next();
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
  }
}

package dev.gatehouse.dynamodb.table;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a table besides its items: the members of its request and description, in
 * JSON. Nobody changes the JSON of a state; a change makes a new state.
 */
public record TableState(JsonObject json) {

  public String name() {
    return json.get("TableName").getAsString();
  }

  /** Returns the id, which is new for each table, also for one of the same name. */
  public String id() {
    return json.get("TableId").getAsString();
  }

  public JsonArray definitions() {
    return json.getAsJsonArray("AttributeDefinitions");
  }

  public JsonArray keySchema() {
    return json.getAsJsonArray("KeySchema");
  }

  public JsonArray globalIndexes() {
    return list("GlobalSecondaryIndexes");
  }

  public JsonArray localIndexes() {
    return list("LocalSecondaryIndexes");
  }

  public boolean onDemand() {
    return json.get("BillingMode").getAsString().equals("PAY_PER_REQUEST");
  }

  /** Returns the attribute with the time at which items expire, null if they do not. */
  public @Nullable String timeToLive() {
    return json.has("TimeToLive") ? json.get("TimeToLive").getAsString() : null;
  }

  public boolean isProtected() {
    return flag("DeletionProtectionEnabled");
  }

  /** Returns a member that is true or absent. */
  public boolean flag(String name) {
    return json.has(name) && json.get(name).getAsBoolean();
  }

  /** Returns a list, empty if it is absent. */
  public JsonArray list(String name) {
    return json.get(name) instanceof JsonArray list ? list : new JsonArray();
  }

  /** Returns an object, empty if it is absent. */
  public JsonObject object(String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** Returns a state with a member replaced. */
  public TableState with(String member, JsonElement value) {
    return changed(json -> json.add(member, value));
  }

  /** Returns a state with a member replaced. */
  public TableState with(String member, String value) {
    return with(member, new JsonPrimitive(value));
  }

  /** Returns a state without a member. */
  public TableState without(String member) {
    return changed(json -> json.remove(member));
  }

  /** Returns a changed copy. */
  public TableState changed(Consumer<JsonObject> change) {
    JsonObject copy = json.deepCopy();
    change.accept(copy);
    return new TableState(copy);
  }
}

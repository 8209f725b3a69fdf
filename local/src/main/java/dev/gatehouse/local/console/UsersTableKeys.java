package dev.gatehouse.local.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The keys of the users table, read with Scan. */
public final class UsersTableKeys implements Supplier<Set<String>> {

  private static final String TABLE = "aws:dynamodb/table:Table";

  private final UnaryOperator<JsonObject> dynamoDb;
  private final String table;
  private final String key;

  private UsersTableKeys(UnaryOperator<JsonObject> dynamoDb, String table, String key) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.key = key;
  }

  /** Returns the users table of the plan, the one with the hash key {@code sub}. */
  public static Resource table(Plan plan) {
    return plan.ofType(TABLE).stream()
        .filter(table -> table.optionalInput("hashKey").filter("sub"::equals).isPresent())
        .findFirst()
        .orElseGet(() -> plan.first(TABLE));
  }

  /**
   * Creates a reader of the users table.
   *
   * @param dynamoDb the operation Scan
   */
  public static UsersTableKeys of(Resource table, UnaryOperator<JsonObject> dynamoDb) {
    return new UsersTableKeys(dynamoDb, table.output("name"), table.input("hashKey"));
  }

  /** Returns the keys of all rows. */
  @Override
  public Set<String> get() {
    Set<String> keys = new HashSet<>();
    JsonObject scan = scan();
    JsonObject page = dynamoDb.apply(scan);
    while (collect(page, keys)) {
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
      page = dynamoDb.apply(scan);
    }
    return keys;
  }

  private JsonObject scan() {
    JsonObject names = new JsonObject();
    names.addProperty("#key", key);
    JsonObject scan = new JsonObject();
    scan.addProperty("TableName", table);
    scan.addProperty("ProjectionExpression", "#key");
    scan.add("ExpressionAttributeNames", names);
    return scan;
  }

  /** Adds the keys of a page and returns whether there is another page. */
  private boolean collect(JsonObject page, Set<String> keys) {
    if (page.has("Items")) {
      for (JsonElement item : page.getAsJsonArray("Items")) {
        keys.add(item.getAsJsonObject().getAsJsonObject(key).get("S").getAsString());
      }
    }
    return page.has("LastEvaluatedKey");
  }
}

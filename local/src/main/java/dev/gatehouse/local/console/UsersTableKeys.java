package dev.gatehouse.local.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The keys of the users table, read with Scan as by any client of DynamoDB. */
public final class UsersTableKeys implements Supplier<Set<String>> {

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "X-Amz-Target",
          List.of("DynamoDB_20120810.Scan"),
          "Content-Type",
          List.of("application/x-amz-json-1.0"),
          "Authorization",
          List.of(
              "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                  + " SignedHeaders=host, Signature=0"));

  private static final String TABLE = "aws:dynamodb/table:Table";

  private final Service dynamoDb;
  private final String table;
  private final String key;

  private UsersTableKeys(Service dynamoDb, String table, String key) {
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

  /** Creates a reader of the users table. */
  public static UsersTableKeys of(Resource table, Service dynamoDb) {
    return new UsersTableKeys(dynamoDb, table.output("name"), table.input("hashKey"));
  }

  /** Returns the keys of all rows. */
  @Override
  public Set<String> get() {
    Set<String> keys = new HashSet<>();
    JsonObject scan = scan();
    JsonObject page = page(scan);
    while (collect(page, keys)) {
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
      page = page(scan);
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

  private JsonObject page(JsonObject scan) {
    byte[] body = scan.toString().getBytes(StandardCharsets.UTF_8);
    Request request = new Request("POST", "/", Map.of(), HEADERS, "127.0.0.1", body);
    return JsonParser.parseString(dynamoDb.handle(request).text()).getAsJsonObject();
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

package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creator of the plan's tables. */
final class TableCreator {

  private final Service dynamoDb;

  TableCreator(Service dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Creates a table, unless one of this name with the same keys exists. */
  void create(Resource table) {
    JsonObject request = TableRequests.create(table);
    Response created = call("CreateTable", request);
    if (created.status() == 200) {
      Optional<JsonObject> timeToLive = TableRequests.timeToLive(table);
      timeToLive.ifPresent(ttl -> expectSuccess(table, call("UpdateTimeToLive", ttl)));
    } else if (json(created).get("__type").getAsString().endsWith("ResourceInUseException")) {
      checkKeys(table, request.get("KeySchema"));
    } else {
      expectSuccess(table, created);
    }
  }

  private void checkKeys(Resource table, JsonElement keys) {
    Response described = call("DescribeTable", TableRequests.name(table));
    expectSuccess(table, described);
    if (!json(described).getAsJsonObject("Table").get("KeySchema").equals(keys)) {
      throw table.refused("has other keys than the table of this name in the data directory");
    }
  }

  private static void expectSuccess(Resource table, Response response) {
    if (response.status() != 200) {
      throw table.refused("cannot be created: " + response.text());
    }
  }

  private Response call(String operation, JsonObject body) {
    Map<String, List<String>> headers =
        Map.of(
            "X-Amz-Target", List.of("DynamoDB_20120810." + operation),
            "Content-Type", List.of("application/x-amz-json-1.0"),
            "Authorization", List.of("any"));
    return dynamoDb.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            headers,
            "127.0.0.1",
            body.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonObject json(Response response) {
    return JsonParser.parseString(response.text()).getAsJsonObject();
  }
}

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

/** Creates tables, as Pulumi would on AWS. */
final class Tables {

  private final Service dynamoDb;

  Tables(Service dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Creates the table, or keeps the one of this name if it has the same keys. */
  void create(Resource table) {
    JsonObject request = TableRequest.create(table);
    Response created = call("CreateTable", request);
    if (created.status() == 200) {
      Optional<JsonObject> expiry = TableRequest.timeToLive(table);
      expiry.ifPresent(ttl -> expectSuccess(table, call("UpdateTimeToLive", ttl)));
    } else if (json(created).get("__type").getAsString().endsWith("ResourceInUseException")) {
      keep(table, request.get("KeySchema"));
    } else {
      expectSuccess(table, created);
    }
  }

  private void keep(Resource table, JsonElement keys) {
    Response described = call("DescribeTable", TableRequest.name(table));
    expectSuccess(table, described);
    if (!json(described).getAsJsonObject("Table").get("KeySchema").equals(keys)) {
      throw table.refused(
          "has other keys than the table of this name that the data directory keeps");
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
    return dynamoDb.answer(
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

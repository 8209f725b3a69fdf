package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.ProjectionExpression;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.AttributesToGetMembers;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.operation.item.WriteCondition;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What BatchGetItem asks of one table. */
record KeysOfTable(
    String table,
    List<Map<String, AttributeValue>> keys,
    @Nullable Projection projection,
    boolean consistent) {

  /** Reads what a request asks of its tables, in the order of AWS's checks. */
  static List<KeysOfTable> readAll(Parameters request) {
    JsonObject tables = request.json().getAsJsonObject("RequestItems");
    Set<String> parameters = new HashSet<>();
    for (JsonElement each : tables.asMap().values()) {
      Parameters asked = request.of(each);
      keys(asked).forEach(key -> AttributeNames.refuse(key.getAsJsonObject()));
      AttributesToGetMembers.refuseEmptyNames(asked);
      parameters.addAll(asked.json().keySet());
    }
    MixedParameters.refuse(parameters);
    List<Projected> projections = new ArrayList<>();
    tables.asMap().values().forEach(each -> projections.add(Projected.read(request.of(each))));
    List<KeysOfTable> read = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, JsonElement> each : tables.entrySet()) {
      Parameters asked = request.of(each.getValue());
      read.add(
          new KeysOfTable(
              each.getKey(),
              readKeys(asked),
              projections.get(number++).projection(),
              asked.flag("ConsistentRead")));
    }
    read.forEach(KeysOfTable::refuseDuplicates);
    return read;
  }

  private static JsonArray keys(Parameters asked) {
    return asked.json().getAsJsonArray("Keys");
  }

  private static List<Map<String, AttributeValue>> readKeys(Parameters asked) {
    ValueReader reader = new ValueReader(asked.layer());
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (JsonElement each : keys(asked)) {
      Map<String, AttributeValue> key = reader.readMap(each.getAsJsonObject());
      Nesting.check(key);
      keys.add(key);
    }
    return keys;
  }

  private void refuseDuplicates() {
    if (new HashSet<>(keys).size() < keys.size()) {
      throw DynamoDbException.validation("Provided list of item keys contains duplicates");
    }
  }

  void checkAgainst(Table found) {
    keys.forEach(key -> ItemKeys.checkKey(found, key));
    if (projection != null) {
      KeyPaths.refuseNested(
          projection.paths(), found.keys().names(), WriteCondition.indexKeys(found));
    }
  }

  Map<String, AttributeValue> projected(Map<String, AttributeValue> item) {
    return projection == null ? item : projection.of(item);
  }

  /** The projection of one table. */
  private record Projected(@Nullable Projection projection) {

    static Projected read(Parameters asked) {
      @Nullable String text = asked.string("ProjectionExpression");
      Placeholders placeholders = new Placeholders(asked, Placeholders.Wrapping.NONE);
      placeholders.checkNames(text != null);
      if (text == null) {
        return new Projected(new LegacyParameters(asked).attributesToGet());
      }
      ExpressionAttributes attributes = placeholders.read();
      ProjectionExpression expression = ProjectionExpression.parse(text);
      Projection projection = expression.resolve(attributes);
      attributes.refuseUnused(expression);
      return new Projected(projection);
    }
  }
}

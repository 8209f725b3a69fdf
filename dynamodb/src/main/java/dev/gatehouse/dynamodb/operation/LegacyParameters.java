package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.key.KeyConditions;
import dev.gatehouse.dynamodb.expression.legacy.AttributeUpdates;
import dev.gatehouse.dynamodb.expression.legacy.AttributeValueUpdate;
import dev.gatehouse.dynamodb.expression.legacy.AttributesToGet;
import dev.gatehouse.dynamodb.expression.legacy.ConditionalOperator;
import dev.gatehouse.dynamodb.expression.legacy.ExpectedAttributeValue;
import dev.gatehouse.dynamodb.expression.legacy.ExpectedConditions;
import dev.gatehouse.dynamodb.expression.legacy.FilterConditions;
import dev.gatehouse.dynamodb.expression.legacy.LegacyCondition;
import dev.gatehouse.dynamodb.expression.legacy.LegacyKeyConditions;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters that expressions replaced, read from a request. */
public final class LegacyParameters {

  private final Parameters request;
  private final ValueReader values;

  public LegacyParameters(Parameters request) {
    this.request = request;
    this.values = new ValueReader(request.layer());
  }

  /** Refuses empty attribute names in the values of conditions or updates. */
  public void refuseEmptyNames(String member) {
    @Nullable JsonObject entries = request.object(member);
    for (JsonElement each : entries == null ? List.<JsonElement>of() : entries.asMap().values()) {
      JsonObject entry = each.getAsJsonObject();
      if (entry.has("Value")) {
        AttributeNames.refuseIn(entry.get("Value"));
      }
      if (entry.get("AttributeValueList") instanceof JsonArray list) {
        list.forEach(AttributeNames::refuseIn);
      }
    }
  }

  /** Returns the condition of Expected, null for none. */
  public @Nullable Condition expected() {
    @Nullable Map<String, ExpectedAttributeValue> entries = entries("Expected", this::expected);
    if (entries == null) {
      return null;
    }
    // Wrong entries come before a wrong operator.
    Condition withAnd = ExpectedConditions.read(entries, ConditionalOperator.AND);
    ConditionalOperator operator = operator("Expected");
    return operator == ConditionalOperator.AND
        ? withAnd
        : ExpectedConditions.read(entries, operator);
  }

  /** Returns how the conditions of a parameter are joined; throws if they cannot be. */
  public ConditionalOperator operator(String member) {
    @Nullable JsonObject conditions = request.object(member);
    return ConditionalOperator.of(
        request.string("ConditionalOperator"), conditions == null ? 0 : conditions.size());
  }

  /** Returns the condition of QueryFilter or ScanFilter, null for none. */
  public @Nullable Condition filter(String member) {
    ConditionalOperator operator = operator(member);
    @Nullable Map<String, LegacyCondition> entries = entries(member, this::condition);
    return entries == null || entries.isEmpty() ? null : FilterConditions.read(entries, operator);
  }

  /** Returns the conditions of KeyConditions. */
  public KeyConditions keyConditions() {
    @Nullable Map<String, LegacyCondition> entries = entries("KeyConditions", this::condition);
    return LegacyKeyConditions.read(entries == null ? Map.of() : entries);
  }

  /** Returns the update of AttributeUpdates, one without actions for none. */
  public Update updates() {
    @Nullable Map<String, AttributeValueUpdate> entries = entries("AttributeUpdates", this::update);
    return entries == null || entries.isEmpty() ? Update.NONE : AttributeUpdates.read(entries);
  }

  /** Returns the projection of AttributesToGet, null for none. */
  public @Nullable Projection attributesToGet() {
    @Nullable JsonArray names = request.array("AttributesToGet");
    if (names == null) {
      return null;
    }
    List<String> attributes = new ArrayList<>();
    names.forEach(name -> attributes.add(name.getAsString()));
    return AttributesToGet.read(attributes);
  }

  private <T> @Nullable Map<String, T> entries(String member, Function<Parameters, T> read) {
    @Nullable JsonObject json = request.object(member);
    if (json == null) {
      return null;
    }
    Map<String, T> entries = new LinkedHashMap<>();
    json.entrySet()
        .forEach(each -> entries.put(each.getKey(), read.apply(request.of(each.getValue()))));
    return entries;
  }

  private ExpectedAttributeValue expected(Parameters entry) {
    return new ExpectedAttributeValue(
        value(entry),
        entry.has("Exists") ? Boolean.valueOf(entry.flag("Exists")) : null,
        entry.string("ComparisonOperator"),
        entry.has("AttributeValueList") ? list(entry) : null);
  }

  private LegacyCondition condition(Parameters entry) {
    return new LegacyCondition(entry.string("ComparisonOperator", ""), list(entry));
  }

  private AttributeValueUpdate update(Parameters entry) {
    return new AttributeValueUpdate(entry.string("Action"), value(entry));
  }

  private @Nullable AttributeValue value(Parameters entry) {
    @Nullable JsonObject json = entry.object("Value");
    return json == null ? null : read(json);
  }

  private List<AttributeValue> list(Parameters entry) {
    List<AttributeValue> list = new ArrayList<>();
    @Nullable JsonArray json = entry.array("AttributeValueList");
    if (json != null) {
      json.forEach(each -> list.add(read(each.getAsJsonObject())));
    }
    return list;
  }

  private AttributeValue read(JsonObject json) {
    AttributeValue value = values.read(json);
    Nesting.check(Sizes.depth(value));
    return value;
  }
}

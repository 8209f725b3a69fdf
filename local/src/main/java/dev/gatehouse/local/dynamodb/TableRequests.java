package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.Optional;

/** Requests to DynamoDB that create a table of the plan. */
final class TableRequests {

  private TableRequests() {}

  /** Returns the body of CreateTable. */
  static JsonObject create(Resource table) {
    JsonObject request = name(table);
    JsonArray attributes = new JsonArray();
    if (table.inputs().get("attributes") instanceof JsonArray declared) {
      declared.forEach(attribute -> attributes.add(attribute(attribute.getAsJsonObject())));
    }
    request.add("AttributeDefinitions", attributes);
    request.add("KeySchema", keys(table.inputs()));
    String billing = table.optionalInput("billingMode").orElse("PROVISIONED");
    request.addProperty("BillingMode", billing);
    boolean provisioned = billing.equals("PROVISIONED");
    if (provisioned) {
      request.add("ProvisionedThroughput", throughput(table.inputs()));
    }
    indexes(table, "globalSecondaryIndexes", provisioned)
        .ifPresent(list -> request.add("GlobalSecondaryIndexes", list));
    indexes(table, "localSecondaryIndexes", false)
        .ifPresent(list -> request.add("LocalSecondaryIndexes", list));
    if (flag(table.inputs(), "streamEnabled")) {
      JsonObject stream = new JsonObject();
      stream.addProperty("StreamEnabled", true);
      stream.add("StreamViewType", table.inputs().get("streamViewType"));
      request.add("StreamSpecification", stream);
    }
    request.addProperty(
        "DeletionProtectionEnabled", flag(table.inputs(), "deletionProtectionEnabled"));
    addOptions(table, request);
    return request;
  }

  private static void addOptions(Resource table, JsonObject request) {
    JsonObject encryption = table.object("serverSideEncryption");
    if (flag(encryption, "enabled")) {
      JsonObject specification = new JsonObject();
      specification.addProperty("Enabled", true);
      specification.addProperty("SSEType", "KMS");
      copy(encryption, "kmsKeyArn", specification, "KMSMasterKeyId");
      request.add("SSESpecification", specification);
    }
    copy(table.inputs(), "tableClass", request, "TableClass");
    ceilings(table.inputs()).ifPresent(limits -> request.add("OnDemandThroughput", limits));
    JsonArray tags = new JsonArray();
    for (Map.Entry<String, JsonElement> each : table.object("tags").entrySet()) {
      JsonObject tag = new JsonObject();
      tag.addProperty("Key", each.getKey());
      tag.add("Value", each.getValue());
      tags.add(tag);
    }
    if (!tags.isEmpty()) {
      request.add("Tags", tags);
    }
  }

  private static Optional<JsonObject> ceilings(JsonObject declared) {
    if (!(declared.get("onDemandThroughput") instanceof JsonObject ceilings)) {
      return Optional.empty();
    }
    JsonObject limits = new JsonObject();
    copy(ceilings, "maxReadRequestUnits", limits, "MaxReadRequestUnits");
    copy(ceilings, "maxWriteRequestUnits", limits, "MaxWriteRequestUnits");
    return Optional.of(limits);
  }

  private static void copy(JsonObject from, String input, JsonObject to, String member) {
    JsonElement value = from.get(input);
    if (value != null && !value.isJsonNull()) {
      to.add(member, value);
    }
  }

  /** Returns the body of UpdateTimeToLive, or an empty Optional if rows do not expire. */
  static Optional<JsonObject> timeToLive(Resource table) {
    JsonObject ttl = table.object("ttl");
    if (!flag(ttl, "enabled")) {
      return Optional.empty();
    }
    JsonObject specification = new JsonObject();
    specification.addProperty("Enabled", true);
    specification.add("AttributeName", ttl.get("attributeName"));
    JsonObject request = name(table);
    request.add("TimeToLiveSpecification", specification);
    return Optional.of(request);
  }

  /** Returns the body of UpdateContinuousBackups, or an empty Optional if it is not enabled. */
  static Optional<JsonObject> pointInTimeRecovery(Resource table) {
    JsonObject recovery = table.object("pointInTimeRecovery");
    if (!flag(recovery, "enabled")) {
      return Optional.empty();
    }
    JsonObject specification = new JsonObject();
    specification.addProperty("PointInTimeRecoveryEnabled", true);
    specification.add("RecoveryPeriodInDays", recovery.get("recoveryPeriodInDays"));
    JsonObject request = name(table);
    request.add("PointInTimeRecoverySpecification", specification);
    return Optional.of(request);
  }

  /** Returns a body with only the table's name. */
  static JsonObject name(Resource table) {
    JsonObject request = new JsonObject();
    request.addProperty("TableName", table.output("name"));
    return request;
  }

  private static Optional<JsonArray> indexes(Resource table, String input, boolean provisioned) {
    if (!(table.inputs().get(input) instanceof JsonArray declared) || declared.isEmpty()) {
      return Optional.empty();
    }
    JsonArray indexes = new JsonArray();
    for (JsonElement each : declared) {
      JsonObject from = each.getAsJsonObject();
      JsonObject index = new JsonObject();
      index.add("IndexName", from.get("name"));
      index.add("KeySchema", keys(input.startsWith("local") ? local(table, from) : from));
      index.add("Projection", projection(from));
      if (provisioned) {
        index.add("ProvisionedThroughput", throughput(from));
      }
      ceilings(from).ifPresent(limits -> index.add("OnDemandThroughput", limits));
      indexes.add(index);
    }
    return Optional.of(indexes);
  }

  /** Returns the keys of a local index, which has the hash key of its table. */
  private static JsonObject local(Resource table, JsonObject index) {
    JsonObject keys = new JsonObject();
    keys.addProperty("hashKey", table.input("hashKey"));
    keys.add("rangeKey", index.get("rangeKey"));
    return keys;
  }

  private static JsonObject projection(JsonObject index) {
    JsonObject projection = new JsonObject();
    projection.add("ProjectionType", index.get("projectionType"));
    if (index.get("nonKeyAttributes") instanceof JsonArray attributes && !attributes.isEmpty()) {
      projection.add("NonKeyAttributes", attributes);
    }
    return projection;
  }

  private static JsonObject attribute(JsonObject declared) {
    JsonObject attribute = new JsonObject();
    attribute.add("AttributeName", declared.get("name"));
    attribute.add("AttributeType", declared.get("type"));
    return attribute;
  }

  private static JsonArray keys(JsonObject declared) {
    JsonArray keys = new JsonArray();
    key(declared.get("hashKey"), "HASH", keys);
    key(declared.get("rangeKey"), "RANGE", keys);
    return keys;
  }

  private static void key(JsonElement name, String type, JsonArray into) {
    if (name != null && !name.isJsonNull()) {
      JsonObject key = new JsonObject();
      key.add("AttributeName", name);
      key.addProperty("KeyType", type);
      into.add(key);
    }
  }

  private static JsonObject throughput(JsonObject declared) {
    JsonObject throughput = new JsonObject();
    throughput.add("ReadCapacityUnits", declared.get("readCapacity"));
    throughput.add("WriteCapacityUnits", declared.get("writeCapacity"));
    return throughput;
  }

  private static boolean flag(JsonObject inputs, String name) {
    JsonElement value = inputs.get(name);
    return value != null && !value.isJsonNull() && value.getAsBoolean();
  }
}

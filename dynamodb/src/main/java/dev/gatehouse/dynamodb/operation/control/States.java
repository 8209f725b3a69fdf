package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The states of tables, made from requests. */
final class States {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The key that AWS makes for DynamoDB in an account. */
  private static final String DEFAULT_KEY = "8e64d95b-f6b1-4f2c-9d1f-3f0a6c1d0b7a";

  private States() {}

  /** Returns the state of a new table. */
  static TableState created(Parameters table, boolean onDemand, Engine engine) {
    JsonObject state = new JsonObject();
    state.addProperty("TableName", engine.name(table.string("TableName", "")));
    state.addProperty("TableId", UUID.randomUUID().toString());
    state.add("CreationDateTime", epoch(engine.clock().instant()));
    state.add("AttributeDefinitions", sorted(KeyChecks.list(table, "AttributeDefinitions")));
    state.add("KeySchema", KeyChecks.list(table, "KeySchema"));
    state.addProperty("BillingMode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED");
    if (onDemand) {
      state.add("BillingModeSummary", onDemandSince(engine.clock().instant()));
    }
    for (String kept :
        new String[] {
          "ProvisionedThroughput", "OnDemandThroughput", "TableClass", "DeletionProtectionEnabled"
        }) {
      if (table.has(kept)) {
        state.add(kept, table.json().get(kept));
      }
    }
    for (String indexes : new String[] {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
      if (table.has(indexes)) {
        JsonArray list = new JsonArray();
        KeyChecks.list(table, indexes).forEach(each -> list.add(index(each)));
        state.add(indexes, list);
      }
    }
    if (table.structure("StreamSpecification").flag("StreamEnabled")) {
      streamOn(state, table.structure("StreamSpecification").json(), engine);
    }
    encrypt(state, table.structure("SSESpecification"), engine);
    return new TableState(state);
  }

  /** Returns an index with the attributes of its projection sorted. */
  static JsonObject index(JsonElement declared) {
    JsonObject index = declared.getAsJsonObject().deepCopy();
    JsonObject projection = index.getAsJsonObject("Projection");
    if (projection.has("NonKeyAttributes")) {
      TreeSet<String> names = new TreeSet<>();
      projection.getAsJsonArray("NonKeyAttributes").forEach(name -> names.add(name.getAsString()));
      JsonArray sorted = new JsonArray();
      names.forEach(sorted::add);
      projection.add("NonKeyAttributes", sorted);
    }
    index.remove("WarmThroughput");
    return index;
  }

  /** Returns attribute definitions sorted by name. */
  static JsonArray sorted(Iterable<JsonElement> definitions) {
    Map<String, JsonElement> byName = new TreeMap<>();
    definitions.forEach(
        each -> byName.put(each.getAsJsonObject().get("AttributeName").getAsString(), each));
    JsonArray sorted = new JsonArray();
    byName.values().forEach(sorted::add);
    return sorted;
  }

  /** Enables a stream; each time it has a label of its own. */
  static void streamOn(JsonObject state, JsonObject specification, Engine engine) {
    state.add("StreamSpecification", specification);
    state.addProperty("LatestStreamLabel", LABEL.format(engine.clock().instant()));
  }

  /** Sets the description of the encryption, which is absent for the key that AWS owns. */
  static void encrypt(JsonObject state, Parameters sse, Engine engine) {
    boolean on = sse.flag("Enabled") || (!sse.has("Enabled") && sse.has("SSEType"));
    if (!on) {
      state.remove("SSEDescription");
      return;
    }
    String key = sse.string("KMSMasterKeyId", DEFAULT_KEY);
    JsonObject description = new JsonObject();
    description.addProperty("Status", "ENABLED");
    description.addProperty("SSEType", "KMS");
    description.addProperty(
        "KMSMasterKeyArn",
        key.startsWith("arn:")
            ? key
            : "arn:aws:kms:"
                + engine.region()
                + ":"
                + engine.account()
                + (key.startsWith("alias/") ? ":" : ":key/")
                + key);
    state.add("SSEDescription", description);
  }

  static JsonObject onDemandSince(Instant when) {
    JsonObject summary = new JsonObject();
    summary.addProperty("BillingMode", "PAY_PER_REQUEST");
    summary.add("LastUpdateToPayPerRequestDateTime", epoch(when));
    return summary;
  }

  /** Returns a date as JSON: seconds with three decimals. */
  static JsonPrimitive epoch(Instant instant) {
    return new JsonPrimitive(BigDecimal.valueOf(instant.toEpochMilli(), 3));
  }
}

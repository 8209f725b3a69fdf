package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.operation.JavaEcho;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of CreateTable and UpdateTable. */
final class TableMembers {

  private static final int LONGEST_NAME = 255;
  private static final int MOST_NON_KEY = 20;

  private TableMembers() {}

  static void requireForCreate(Parameters table) {
    Violations to = new Violations();
    requireBilling(table, to);
    @Nullable JsonArray definitions = table.array("AttributeDefinitions");
    to.requirePresent(definitions != null, "attributeDefinitions");
    TableNames.require(table.string("TableName"), "tableName", to);
    requireThroughput(table, "", to);
    requireKeySchema(table, "keySchema", 2, to);
    requireDefinitions(table, to);
    requireStream(table, to);
    requireSse(table, to);
    requireIndexes(table, "GlobalSecondaryIndexes", "globalSecondaryIndexes", 8, to);
    requireIndexes(table, "LocalSecondaryIndexes", "localSecondaryIndexes", 2, to);
    to.refuse();
  }

  static void requireForUpdate(Parameters table) {
    Violations to = new Violations();
    requireBilling(table, to);
    TableNames.require(table.string("TableName"), "tableName", to);
    requireThroughput(table, "", to);
    requireDefinitions(table, to);
    requireStream(table, to);
    requireSse(table, to);
    requireIndexUpdates(table, to);
    to.refuse();
  }

  private static void requireBilling(Parameters table, Violations to) {
    to.requireEnum(table.string("BillingMode"), "billingMode", "PROVISIONED, PAY_PER_REQUEST");
  }

  private static void requireThroughput(Parameters of, String path, Violations to) {
    if (of.has("ProvisionedThroughput")) {
      Parameters throughput = of.structure("ProvisionedThroughput");
      for (String member : new String[] {"Write", "Read"}) {
        String at = path + "provisionedThroughput." + member.toLowerCase(Locale.ROOT);
        @Nullable Long units = throughput.number(member + "CapacityUnits");
        to.requirePresent(units != null, at + "CapacityUnits");
        to.requireAtLeast(units, 1, at + "CapacityUnits");
      }
    }
  }

  private static void requireDefinitions(Parameters table, Violations to) {
    @Nullable JsonArray definitions = table.array("AttributeDefinitions");
    int number = 0;
    for (JsonElement each : definitions == null ? new JsonArray() : definitions) {
      String path = "attributeDefinitions." + ++number + ".member.";
      Parameters definition = table.of(each);
      to.requirePresent(definition.has("AttributeType"), path + "attributeType");
      to.requireEnum(definition.string("AttributeType"), path + "attributeType", "B, N, S");
      requireName(definition.string("AttributeName"), path + "attributeName", to);
    }
  }

  private static void requireKeySchema(Parameters of, String path, int most, Violations to) {
    @Nullable JsonArray schema = of.array("KeySchema");
    if (schema == null) {
      to.addMissing(path);
      return;
    }
    to.requireLength(schema.size(), 1, most, JavaEcho.keySchema(schema), path);
    int number = 0;
    for (JsonElement each : schema) {
      String at = path + "." + ++number + ".member.";
      Parameters element = of.of(each);
      requireName(element.string("AttributeName"), at + "attributeName", to);
      to.requirePresent(element.has("KeyType"), at + "keyType");
      to.requireEnum(element.string("KeyType"), at + "keyType", "HASH, RANGE");
    }
  }

  private static void requireName(@Nullable String name, String path, Violations to) {
    if (name == null) {
      to.addMissing(path);
    } else {
      to.requireLength(name.length(), 1, LONGEST_NAME, name, path);
    }
  }

  private static void requireStream(Parameters table, Violations to) {
    if (table.has("StreamSpecification")) {
      Parameters stream = table.structure("StreamSpecification");
      to.requirePresent(stream.has("StreamEnabled"), "streamSpecification.streamEnabled");
      to.requireEnum(
          stream.string("StreamViewType"),
          "streamSpecification.streamViewType",
          "OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE");
    }
  }

  private static void requireSse(Parameters table, Violations to) {
    to.requireEnum(
        table.structure("SSESpecification").string("SSEType"),
        "sSESpecification.sSEType",
        "AES256, KMS");
  }

  private static void requireIndexes(
      Parameters table, String member, String path, int mostKeys, Violations to) {
    @Nullable JsonArray indexes = table.array(member);
    int number = 0;
    for (JsonElement each : indexes == null ? new JsonArray() : indexes) {
      requireIndex(table.of(each), path + "." + ++number + ".member.", mostKeys, to);
    }
  }

  private static void requireIndex(Parameters index, String path, int most, Violations to) {
    requireKeySchema(index, path + "keySchema", most, to);
    if (!index.has("Projection")) {
      to.addMissing(path + "projection");
    } else {
      Parameters projection = index.structure("Projection");
      to.requireEnum(
          projection.string("ProjectionType"),
          path + "projection.projectionType",
          "ALL, INCLUDE, KEYS_ONLY");
      requireNonKey(projection.array("NonKeyAttributes"), path, to);
    }
    TableNames.require(index.string("IndexName"), path + "indexName", to);
    requireThroughput(index, path, to);
  }

  private static void requireNonKey(@Nullable JsonArray names, String path, Violations to) {
    if (names != null) {
      String at = path + "projection.nonKeyAttributes";
      List<String> echo = new ArrayList<>();
      names.forEach(name -> echo.add(name.getAsString()));
      to.requireLength(names.size(), 1, MOST_NON_KEY, echo, at);
      int number = 0;
      for (String name : echo) {
        requireName(name, at + "." + ++number + ".member", to);
      }
    }
  }

  private static void requireIndexUpdates(Parameters table, Violations to) {
    @Nullable JsonArray updates = table.array("GlobalSecondaryIndexUpdates");
    int number = 0;
    for (JsonElement each : updates == null ? new JsonArray() : updates) {
      String path = "globalSecondaryIndexUpdates." + ++number + ".member.";
      Parameters update = table.of(each);
      if (update.has("Create")) {
        requireIndex(update.structure("Create"), path + "create.", 8, to);
      }
      if (update.has("Update")) {
        Parameters changed = update.structure("Update");
        TableNames.require(changed.string("IndexName"), path + "update.indexName", to);
        requireThroughput(changed, path + "update.", to);
      }
      if (update.has("Delete")) {
        String name = update.structure("Delete").string("IndexName");
        TableNames.require(name, path + "delete.indexName", to);
      }
    }
  }
}

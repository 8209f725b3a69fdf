package dev.gatehouse.dynamodb.wire;

import static dev.gatehouse.dynamodb.wire.ScalarShape.BOOLEAN;
import static dev.gatehouse.dynamodb.wire.ScalarShape.INTEGER;
import static dev.gatehouse.dynamodb.wire.ScalarShape.LONG;
import static dev.gatehouse.dynamodb.wire.ScalarShape.STRING;

/** Shapes of the requests of operations on tables. */
final class TableShapes {

  private static final Shape THROUGHPUT =
      StructureShape.of("ProvisionedThroughput")
          .with(LONG, "ReadCapacityUnits", "WriteCapacityUnits");
  private static final Shape ON_DEMAND_THROUGHPUT =
      StructureShape.of("OnDemandThroughput")
          .with(LONG, "MaxReadRequestUnits", "MaxWriteRequestUnits");
  private static final Shape WARM_THROUGHPUT =
      StructureShape.of("WarmThroughput").with(LONG, "ReadUnitsPerSecond", "WriteUnitsPerSecond");
  private static final Shape ANYTHING = new AnyShape();

  private TableShapes() {}

  static StructureShape named(String operation) {
    return StructureShape.of(operation + "Input").with(STRING, "TableName");
  }

  static StructureShape listTables() {
    return StructureShape.of("ListTablesInput")
        .with(STRING, "ExclusiveStartTableName")
        .with(INTEGER, "Limit");
  }

  static StructureShape createTable() {
    return table("CreateTable")
        .with(keySchema(), "KeySchema")
        .with(new ListShape(index("LocalSecondaryIndex")), "LocalSecondaryIndexes")
        .with(new ListShape(globalIndex("GlobalSecondaryIndex")), "GlobalSecondaryIndexes")
        .with(tags(), "Tags")
        .with(STRING, "ResourcePolicy")
        .with(ANYTHING, "VectorIndexes");
  }

  static StructureShape updateTable() {
    StructureShape named = StructureShape.of("DeleteGlobalSecondaryIndexAction");
    Shape update =
        StructureShape.of("GlobalSecondaryIndexUpdate")
            .with(globalIndex("CreateGlobalSecondaryIndexAction"), "Create")
            .with(throughput(StructureShape.of("UpdateGlobalSecondaryIndexAction")), "Update")
            .with(named.with(STRING, "IndexName"), "Delete");
    return table("UpdateTable")
        .with(new ListShape(update), "GlobalSecondaryIndexUpdates")
        .with(ANYTHING, "ReplicaUpdates", "MultiRegionConsistency");
  }

  private static StructureShape table(String operation) {
    Shape definition =
        StructureShape.of("AttributeDefinition").with(STRING, "AttributeName", "AttributeType");
    return named(operation)
        .with(new ListShape(definition), "AttributeDefinitions")
        .with(STRING, "BillingMode", "TableClass")
        .with(THROUGHPUT, "ProvisionedThroughput")
        .with(ON_DEMAND_THROUGHPUT, "OnDemandThroughput")
        .with(WARM_THROUGHPUT, "WarmThroughput")
        .with(BOOLEAN, "DeletionProtectionEnabled")
        .with(
            StructureShape.of("StreamSpecification")
                .with(BOOLEAN, "StreamEnabled")
                .with(STRING, "StreamViewType"),
            "StreamSpecification")
        .with(
            StructureShape.of("SSESpecification")
                .with(BOOLEAN, "Enabled")
                .with(STRING, "SSEType", "KMSMasterKeyId"),
            "SSESpecification");
  }

  private static StructureShape index(String name) {
    return StructureShape.of(name)
        .with(STRING, "IndexName")
        .with(keySchema(), "KeySchema")
        .with(
            StructureShape.of("Projection")
                .with(STRING, "ProjectionType")
                .with(Shapes.STRINGS, "NonKeyAttributes"),
            "Projection");
  }

  private static StructureShape globalIndex(String name) {
    return throughput(index(name));
  }

  private static StructureShape throughput(StructureShape index) {
    return index
        .with(STRING, "IndexName")
        .with(THROUGHPUT, "ProvisionedThroughput")
        .with(ON_DEMAND_THROUGHPUT, "OnDemandThroughput")
        .with(WARM_THROUGHPUT, "WarmThroughput");
  }

  private static Shape keySchema() {
    return new ListShape(
        StructureShape.of("KeySchemaElement").with(STRING, "AttributeName", "KeyType"));
  }

  private static Shape tags() {
    return new ListShape(StructureShape.of("Tag").with(STRING, "Key", "Value"));
  }

  static StructureShape updateTimeToLive() {
    return named("UpdateTimeToLive")
        .with(
            StructureShape.of("TimeToLiveSpecification")
                .with(BOOLEAN, "Enabled")
                .with(STRING, "AttributeName"),
            "TimeToLiveSpecification");
  }

  static StructureShape updateContinuousBackups() {
    return named("UpdateContinuousBackups")
        .with(
            StructureShape.of("PointInTimeRecoverySpecification")
                .with(BOOLEAN, "PointInTimeRecoveryEnabled")
                .with(INTEGER, "RecoveryPeriodInDays"),
            "PointInTimeRecoverySpecification");
  }

  static StructureShape tagResource() {
    return StructureShape.of("TagResourceInput").with(STRING, "ResourceArn").with(tags(), "Tags");
  }

  static StructureShape untagResource() {
    return StructureShape.of("UntagResourceInput")
        .with(STRING, "ResourceArn")
        .with(Shapes.STRINGS, "TagKeys");
  }

  static StructureShape listTagsOfResource() {
    return StructureShape.of("ListTagsOfResourceInput").with(STRING, "ResourceArn", "NextToken");
  }
}

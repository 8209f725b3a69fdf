package dev.gatehouse.dynamodb.wire;

import static dev.gatehouse.dynamodb.wire.ScalarShape.BOOLEAN;
import static dev.gatehouse.dynamodb.wire.ScalarShape.INTEGER;
import static dev.gatehouse.dynamodb.wire.ScalarShape.STRING;

/** Shapes of the requests of operations on items. */
final class ItemShapes {

  private ItemShapes() {}

  static StructureShape putItem() {
    return write("PutItemInput").with(Shapes.VALUES, "Item");
  }

  static StructureShape deleteItem() {
    return write("DeleteItemInput").with(Shapes.VALUES, "Key");
  }

  static StructureShape updateItem() {
    Shape updates =
        new MapShape(
            StructureShape.of("AttributeValueUpdate")
                .with(Shapes.ATTRIBUTE_VALUE, "Value")
                .with(STRING, "Action"));
    return write("UpdateItemInput")
        .with(Shapes.VALUES, "Key")
        .with(updates, "AttributeUpdates")
        .with(STRING, "UpdateExpression");
  }

  private static StructureShape write(String name) {
    return StructureShape.of(name)
        .with(
            STRING,
            "TableName",
            "ReturnValues",
            "ReturnConsumedCapacity",
            "ReturnItemCollectionMetrics",
            "ConditionalOperator",
            "ConditionExpression",
            "ReturnValuesOnConditionCheckFailure")
        .with(Shapes.EXPECTED, "Expected")
        .with(Shapes.NAMES, "ExpressionAttributeNames")
        .with(Shapes.VALUES, "ExpressionAttributeValues");
  }

  static StructureShape getItem() {
    return StructureShape.of("GetItemInput")
        .with(STRING, "TableName", "ReturnConsumedCapacity", "ProjectionExpression")
        .with(Shapes.VALUES, "Key")
        .with(Shapes.STRINGS, "AttributesToGet")
        .with(BOOLEAN, "ConsistentRead")
        .with(Shapes.NAMES, "ExpressionAttributeNames");
  }

  static StructureShape query() {
    return pages("QueryInput")
        .with(Shapes.CONDITIONS, "KeyConditions", "QueryFilter")
        .with(BOOLEAN, "ScanIndexForward")
        .with(STRING, "KeyConditionExpression");
  }

  static StructureShape scan() {
    return pages("ScanInput")
        .with(Shapes.CONDITIONS, "ScanFilter")
        .with(INTEGER, "TotalSegments", "Segment");
  }

  private static StructureShape pages(String name) {
    return StructureShape.of(name)
        .with(
            STRING,
            "TableName",
            "IndexName",
            "Select",
            "ConditionalOperator",
            "ReturnConsumedCapacity",
            "ProjectionExpression",
            "FilterExpression")
        .with(Shapes.STRINGS, "AttributesToGet")
        .with(INTEGER, "Limit")
        .with(BOOLEAN, "ConsistentRead")
        .with(Shapes.VALUES, "ExclusiveStartKey", "ExpressionAttributeValues")
        .with(Shapes.NAMES, "ExpressionAttributeNames");
  }

  static StructureShape batchGetItem() {
    Shape keys =
        StructureShape.of("KeysAndAttributes")
            .with(new ListShape(Shapes.VALUES), "Keys")
            .with(Shapes.STRINGS, "AttributesToGet")
            .with(BOOLEAN, "ConsistentRead")
            .with(STRING, "ProjectionExpression")
            .with(Shapes.NAMES, "ExpressionAttributeNames");
    return StructureShape.of("BatchGetItemInput")
        .with(new MapShape(keys), "RequestItems")
        .with(STRING, "ReturnConsumedCapacity");
  }

  static StructureShape batchWriteItem() {
    Shape write =
        StructureShape.of("WriteRequest")
            .with(StructureShape.of("PutRequest").with(Shapes.VALUES, "Item"), "PutRequest")
            .with(StructureShape.of("DeleteRequest").with(Shapes.VALUES, "Key"), "DeleteRequest");
    return StructureShape.of("BatchWriteItemInput")
        .with(new MapShape(new ListShape(write)), "RequestItems")
        .with(STRING, "ReturnConsumedCapacity", "ReturnItemCollectionMetrics");
  }

  static StructureShape transactWriteItems() {
    Shape item =
        StructureShape.of("TransactWriteItem")
            .with(action("ConditionCheck").with(Shapes.VALUES, "Key"), "ConditionCheck")
            .with(action("Put").with(Shapes.VALUES, "Item"), "Put")
            .with(action("Delete").with(Shapes.VALUES, "Key"), "Delete")
            .with(
                action("Update").with(Shapes.VALUES, "Key").with(STRING, "UpdateExpression"),
                "Update");
    return StructureShape.of("TransactWriteItemsInput")
        .with(new ListShape(item), "TransactItems")
        .with(
            STRING, "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ClientRequestToken");
  }

  private static StructureShape action(String name) {
    return StructureShape.of(name)
        .with(STRING, "TableName", "ConditionExpression", "ReturnValuesOnConditionCheckFailure")
        .with(Shapes.NAMES, "ExpressionAttributeNames")
        .with(Shapes.VALUES, "ExpressionAttributeValues");
  }

  static StructureShape transactGetItems() {
    Shape get =
        StructureShape.of("Get")
            .with(STRING, "TableName", "ProjectionExpression")
            .with(Shapes.VALUES, "Key")
            .with(Shapes.NAMES, "ExpressionAttributeNames");
    return StructureShape.of("TransactGetItemsInput")
        .with(new ListShape(StructureShape.of("TransactGetItem").with(get, "Get")), "TransactItems")
        .with(STRING, "ReturnConsumedCapacity");
  }
}

package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.item.PutItem;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One write of a batch.
 *
 * @param attributes the item, or the key of one to delete
 * @param item the item to put, null to delete
 */
record BatchWrite(Map<String, AttributeValue> attributes, @Nullable Item item) {

  static BatchWrite read(Parameters request) {
    if (request.has("PutRequest") == request.has("DeleteRequest")) {
      throw DynamoDbException.validation(Texts.SEVERAL_TYPES);
    }
    boolean puts = request.has("PutRequest");
    JsonObject json =
        puts
            ? request.structure("PutRequest").json().getAsJsonObject("Item")
            : request.structure("DeleteRequest").json().getAsJsonObject("Key");
    AttributeNames.refuse(json);
    Map<String, AttributeValue> attributes = new ValueReader(request.layer()).readMap(json);
    Nesting.check(attributes);
    if (!puts) {
      return new BatchWrite(attributes, null);
    }
    Item item = Item.of(attributes);
    if (item.size() > Sizes.LARGEST_ITEM) {
      throw DynamoDbException.validation(PutItem.TOO_LARGE);
    }
    return new BatchWrite(attributes, item);
  }

  boolean deletes() {
    return item == null;
  }
}

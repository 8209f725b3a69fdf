package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.value.Layer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reader of requests: which operations there are, and the types of their members. */
public final class RequestReader {

  private final Map<String, Supplier<StructureShape>> shapes = new HashMap<>();

  /** Creates a reader for all operations. */
  public RequestReader() {
    shapes.put("PutItem", ItemShapes::putItem);
    shapes.put("GetItem", ItemShapes::getItem);
    shapes.put("UpdateItem", ItemShapes::updateItem);
    shapes.put("DeleteItem", ItemShapes::deleteItem);
    shapes.put("Query", ItemShapes::query);
    shapes.put("Scan", ItemShapes::scan);
    shapes.put("BatchGetItem", ItemShapes::batchGetItem);
    shapes.put("BatchWriteItem", ItemShapes::batchWriteItem);
    shapes.put("TransactGetItems", ItemShapes::transactGetItems);
    shapes.put("TransactWriteItems", ItemShapes::transactWriteItems);
    shapes.put("CreateTable", TableShapes::createTable);
    shapes.put("UpdateTable", TableShapes::updateTable);
    shapes.put("ListTables", TableShapes::listTables);
    shapes.put("UpdateTimeToLive", TableShapes::updateTimeToLive);
    shapes.put("UpdateContinuousBackups", TableShapes::updateContinuousBackups);
    shapes.put("TagResource", TableShapes::tagResource);
    shapes.put("UntagResource", TableShapes::untagResource);
    shapes.put("ListTagsOfResource", TableShapes::listTagsOfResource);
    for (String operation :
        new String[] {
          "DescribeTable",
          "DeleteTable",
          "DescribeTimeToLive",
          "DescribeContinuousBackups",
          "DescribeLimits",
          "DescribeEndpoints"
        }) {
      shapes.put(operation, () -> TableShapes.named(operation));
    }
    shapes.replaceAll((operation, shape) -> new Lazy(shape));
  }

  /** Parses a body; throws the error without a message for what is not a JSON object. */
  public JsonObject parse(byte[] body) {
    return Json.parse(body);
  }

  /** Checks the types of the members of a request to a known operation. */
  public Parameters read(String operation, JsonObject body) {
    @Nullable Supplier<StructureShape> shape = shapes.get(operation);
    if (shape == null) {
      throw DynamoDbException.withoutMessage(ErrorType.UNKNOWN_OPERATION);
    }
    WireTypes types = new WireTypes();
    JsonObject members = shape.get().members(body, types);
    return new Parameters(members, types.olderLayerNeeded() ? Layer.OLDER : Layer.CURRENT);
  }

  /** A shape that is made when its operation is called first. */
  private static final class Lazy implements Supplier<StructureShape> {
    private final Supplier<StructureShape> shape;
    private volatile @Nullable StructureShape made;

    Lazy(Supplier<StructureShape> shape) {
      this.shape = shape;
    }

    @Override
    public StructureShape get() {
      @Nullable StructureShape known = made;
      if (known == null) {
        known = shape.get();
        made = known;
      }
      return known;
    }
  }
}

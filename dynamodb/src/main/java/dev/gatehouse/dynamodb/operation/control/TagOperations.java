package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** TagResource, UntagResource and ListTagsOfResource. */
public final class TagOperations {

  private final Engine engine;

  public TagOperations(Engine engine) {
    this.engine = engine;
  }

  /** TagResource. */
  public JsonObject tag(Parameters request) {
    JsonArray tags = required(request, "Tags", "tags", "Tag");
    return change(request, state -> Tags.added(state, tags));
  }

  /** UntagResource. */
  public JsonObject untag(Parameters request) {
    JsonArray keys = required(request, "TagKeys", "tagKeys", "Tag Key");
    return change(request, state -> Tags.removed(state, keys));
  }

  /** ListTagsOfResource. */
  public JsonObject list(Parameters request) {
    JsonObject answer = new JsonObject();
    answer.add("Tags", Tags.list(table(request).state()));
    return answer;
  }

  private JsonObject change(Parameters request, UnaryOperator<TableState> change) {
    // The values are checked before the table is looked up.
    var unused = change.apply(new TableState(new JsonObject()));
    return engine
        .store()
        .write(
            () -> {
              engine.tables().save(change.apply(table(request).state()));
              return new JsonObject();
            });
  }

  private JsonArray required(Parameters request, String member, String path, String what) {
    checkArn(request.string("ResourceArn"));
    @Nullable JsonArray list = request.array(member);
    if (list == null) {
      Violations missing = new Violations();
      missing.addMissing(path);
      missing.refuse();
      return new JsonArray();
    }
    if (list.isEmpty()) {
      throw DynamoDbException.validation("Atleast one " + what + " needs to be provided as Input.");
    }
    return list;
  }

  private Table table(Parameters request) {
    String arn = request.string("ResourceArn", "");
    checkArn(request.string("ResourceArn"));
    return engine
        .tables()
        .find(arn.split(":", 6)[5].split("/", 3)[1])
        .orElseThrow(
            () ->
                DynamoDbException.of(
                    ErrorType.RESOURCE_NOT_FOUND,
                    Texts.NOT_FOUND + ": ResourceArn: " + arn + " not found"));
  }

  private void checkArn(@Nullable String arn) {
    if (arn == null || arn.isEmpty()) {
      throw DynamoDbException.validation("Invalid TableArn");
    }
    if (!arn.startsWith("arn:")) {
      throw DynamoDbException.invalidParameter("ARNs must start with 'arn:': " + arn);
    }
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || !parts[2].equals("dynamodb") || !parts[5].startsWith("table/")) {
      throw DynamoDbException.invalidParameter(
          "Provided Arn is not a DynamoDB resource arn: " + arn);
    }
    String[] resource = parts[5].split("/", 4);
    if (resource.length > 2 && resource[2].equals("backup")) {
      throw DynamoDbException.invalidParameter(
          "Provided Arn is not a DynamoDB resource arn: " + arn);
    }
    if (resource.length > 2 && !resource[2].equals("stream")) {
      throw DynamoDbException.invalidParameter(
          "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: "
              + arn);
    }
    if (!parts[3].equals(engine.region())) {
      throw DynamoDbException.validation(
          "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
    }
    if (!parts[4].equals(engine.account())) {
      throw DynamoDbException.of(ErrorType.ACCESS_DENIED, "Access is denied");
    }
  }
}

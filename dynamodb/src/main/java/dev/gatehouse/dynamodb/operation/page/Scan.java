package dev.gatehouse.dynamodb.operation.page;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.AttributesToGetMembers;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.operation.item.WriteCondition;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scan. */
public final class Scan implements Operation {

  private final Engine engine;

  public Scan(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    PageMembers.checkScan(request);
    PageMembers.checkOperators(request, "ScanFilter");
    PageMembers.checkSelect(request);
    AttributeNames.refuseInPlaceholders(request.object("ExpressionAttributeValues"));
    new LegacyParameters(request).refuseEmptyNames("ScanFilter");
    AttributesToGetMembers.refuseEmptyNames(request);
    MixedParameters.refuse(request.json().keySet());
    PageParameters parameters = new PageParameters(request);
    ExpressionAttributes attributes = parameters.placeholders(": FilterExpression is null");
    Nesting.check(Placeholders.depth(request));
    parameters.useFilter(new LegacyParameters(request).filter("ScanFilter"));
    parameters.useProjection(new LegacyParameters(request).attributesToGet());
    @Nullable Map<String, AttributeValue> startKey = StartKey.read(request);
    checkSegments(request);
    parameters.readExpressions(ExpressionParameter.SCAN_FILTER, attributes);
    Selection selection = new Selection(request);
    selection.check();
    parameters.refuseUnused(attributes);
    return answer(request, parameters, selection, startKey);
  }

  private static void checkSegments(Parameters request) {
    @Nullable Long segment = request.number("Segment");
    @Nullable Long segments = request.number("TotalSegments");
    if (segment != null && segments == null) {
      throw DynamoDbException.validation(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segments != null && segment == null) {
      throw DynamoDbException.validation(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment != null && segments != null && segment >= segments) {
      throw DynamoDbException.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments");
    }
  }

  private JsonObject answer(
      Parameters request,
      PageParameters parameters,
      Selection selection,
      @Nullable Map<String, AttributeValue> startKey) {
    Table table = engine.table(request.string("TableName", ""));
    @Nullable Index index = parameters.index(table);
    selection.checkAllAttributes(index);
    KeyBounds bounds = bounds(request);
    byte @Nullable [] after = null;
    if (startKey != null) {
      StartKey.checkShape(startKey, table, index);
      after = StartKey.bytes(startKey, table, index);
      refuseOtherSegment(request, bounds, after);
    }
    @Nullable Projection projection = parameters.projection();
    if (projection != null) {
      KeyPaths.refuseNested(
          projection.paths(), table.keys().names(), WriteCondition.indexKeys(table));
    }
    if (parameters.filter() != null) {
      KeyPaths.refuseNested(
          parameters.filter().paths(), table.keys().names(), WriteCondition.indexKeys(table));
    }
    Selection.checkProjected(index, projection);
    PageReader reader = parameters.reader(table, index, selection);
    Page page = reader.read(bounds, after, true);
    return PageAnswer.of(request, table, index, page, selection.isCount(), projection);
  }

  private static KeyBounds bounds(Parameters request) {
    @Nullable Long segment = request.number("Segment");
    @Nullable Long segments = request.number("TotalSegments");
    return segment == null || segments == null
        ? KeyBounds.ALL
        : KeyBounds.ofSegment(segment, segments);
  }

  private static void refuseOtherSegment(Parameters request, KeyBounds bounds, byte[] after) {
    if (!bounds.contains(after)) {
      throw DynamoDbException.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
              + " ExclusiveStartKey with correct Segment. TotalSegments: "
              + request.number("TotalSegments")
              + " Segment: "
              + request.number("Segment"));
    }
  }
}

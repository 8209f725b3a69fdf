package dev.gatehouse.dynamodb.operation.page;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.KeyConditionExpression;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.key.KeyAttribute;
import dev.gatehouse.dynamodb.expression.key.KeyConditionReader;
import dev.gatehouse.dynamodb.expression.key.KeyConditions;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.expression.key.KeyRange;
import dev.gatehouse.dynamodb.expression.key.QueryKey;
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
import dev.gatehouse.dynamodb.table.KeySchema;
import dev.gatehouse.dynamodb.table.KeySchemaElement;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Query. */
public final class Query implements Operation {

  private final Engine engine;

  public Query(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    PageMembers.checkQuery(request);
    PageMembers.checkOperators(request, "QueryFilter");
    PageMembers.checkOperators(request, "KeyConditions");
    AttributeNames.refuseInPlaceholders(request.object("ExpressionAttributeValues"));
    new LegacyParameters(request).refuseEmptyNames("QueryFilter");
    new LegacyParameters(request).refuseEmptyNames("KeyConditions");
    AttributesToGetMembers.refuseEmptyNames(request);
    MixedParameters.refuse(request.json().keySet());
    PageMembers.checkSelect(request);
    PageParameters parameters = new PageParameters(request);
    ExpressionAttributes attributes =
        parameters.placeholders(": FilterExpression and KeyConditionExpression are null");
    Nesting.check(Placeholders.depth(request));
    parameters.useFilter(new LegacyParameters(request).filter("QueryFilter"));
    parameters.useProjection(new LegacyParameters(request).attributesToGet());
    @Nullable Map<String, AttributeValue> startKey = StartKey.read(request);
    Supplier<KeyConditions> conditions = keyConditions(request, attributes, parameters);
    parameters.readExpressions(ExpressionParameter.FILTER, attributes);
    Selection selection = new Selection(request);
    selection.check();
    parameters.refuseUnused(attributes);
    return answer(request, parameters, selection, conditions.get(), startKey);
  }

  /** Reads the key condition; its form is checked when the rest of the request was read. */
  private static Supplier<KeyConditions> keyConditions(
      Parameters request, ExpressionAttributes attributes, PageParameters parameters) {
    @Nullable String text = request.string("KeyConditionExpression");
    if (text != null) {
      KeyConditionExpression expression = KeyConditionExpression.parse(text);
      parameters.add(expression);
      Condition condition = expression.resolve(attributes);
      return () -> KeyConditionReader.read(condition);
    }
    if (!request.has("KeyConditions")) {
      throw DynamoDbException.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    KeyConditions conditions = new LegacyParameters(request).keyConditions();
    return () -> conditions;
  }

  private JsonObject answer(
      Parameters request,
      PageParameters parameters,
      Selection selection,
      KeyConditions conditions,
      @Nullable Map<String, AttributeValue> startKey) {
    Table table = engine.table(request.string("TableName", ""));
    @Nullable Index index = parameters.index(table);
    KeySchema keys = index == null ? table.keys() : index.keys();
    if (startKey != null) {
      StartKey.checkShape(startKey, table, index);
    }
    KeyRange range = conditions.against(queryKey(keys));
    if (startKey != null) {
      StartKey.checkRange(startKey, keys, range);
    }
    @Nullable Condition filter = parameters.filter();
    @Nullable Projection projection = parameters.projection();
    checkPaths(request, table, keys, filter, projection);
    selection.checkAllAttributes(index);
    Selection.checkProjected(index, projection);
    PageReader reader = parameters.reader(table, index, selection);
    byte @Nullable [] after = startKey == null ? null : StartKey.bytes(startKey, table, index);
    boolean forward = !request.has("ScanIndexForward") || request.flag("ScanIndexForward");
    Page page = reader.read(KeyBounds.of(range), after, forward);
    return PageAnswer.of(request, table, index, page, selection.isCount(), projection);
  }

  private static void checkPaths(
      Parameters request,
      Table table,
      KeySchema keys,
      @Nullable Condition filter,
      @Nullable Projection projection) {
    if (filter != null) {
      String name = request.has("QueryFilter") ? KeyPaths.QUERY_FILTER : KeyPaths.FILTER_EXPRESSION;
      KeyPaths.refuseInFilter(name, filter.paths(), keys.names());
      KeyPaths.refuseNested(filter.paths(), table.keys().names(), WriteCondition.indexKeys(table));
    }
    if (projection != null) {
      KeyPaths.refuseNested(
          projection.paths(), table.keys().names(), WriteCondition.indexKeys(table));
    }
  }

  private static QueryKey queryKey(KeySchema keys) {
    return new QueryKey(attributes(keys.hash()), attributes(keys.range()));
  }

  private static List<KeyAttribute> attributes(List<KeySchemaElement> elements) {
    return elements.stream().map(each -> new KeyAttribute(each.name(), each.type())).toList();
  }
}

package dev.gatehouse.dynamodb.expression;

import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.ValueReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of tests, written as JSON. */
public final class TestValues {

  private TestValues() {}

  /** Reads an item. */
  public static Map<String, AttributeValue> item(@Nullable String json) {
    return json == null
        ? Map.of()
        : new ValueReader(Layer.CURRENT).readMap(JsonParser.parseString(json).getAsJsonObject());
  }

  /** Reads the placeholders of names. */
  public static Map<String, String> names(@Nullable String json) {
    Map<String, String> names = new HashMap<>();
    if (json != null) {
      JsonParser.parseString(json)
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> names.put(each.getKey(), each.getValue().getAsString()));
    }
    return names;
  }

  /** Returns the placeholders of a request. */
  public static ExpressionAttributes attributes(@Nullable String names, @Nullable String values) {
    return ExpressionAttributes.of(names(names), item(values));
  }

  /** Returns the text with which something is refused, or OK. */
  public static String outcome(Runnable check) {
    try {
      check.run();
      return "OK";
    } catch (DynamoDbException refused) {
      return refused.textOrEmpty();
    }
  }
}

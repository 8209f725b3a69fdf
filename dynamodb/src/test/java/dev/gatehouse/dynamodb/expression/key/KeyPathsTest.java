package dev.gatehouse.dynamodb.expression.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.ProjectionExpression;
import dev.gatehouse.dynamodb.expression.TestValues;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.UpdateExpression;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyPathsTest {

  private static final List<String> TABLE = List.of("pk", "sk");
  private static final List<String> INDEX = List.of("g");
  private static final String NESTED =
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed:"
          + " ";
  private static final String UPDATED = "One or more parameter values were invalid: Cannot update ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET pk = :v | attribute pk. This attribute is part of the key",
        "REMOVE a, sk | attribute sk. This attribute is part of the key",
        "ADD pk :v | attribute pk. This attribute is part of the key",
        "DELETE sk :v | attribute sk. This attribute is part of the key",
        "REMOVE sk, pk | attribute pk. This attribute is part of the key",
        "SET pk.a = :v | attribute pk. This attribute is part of the key",
      })
  void updateMayNotChangeAKey(String expression, String text) {
    assertThat(refused(expression)).isEqualTo(UPDATED + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET g.x = :v | IndexKey: g",
        "REMOVE g[1] | IndexKey: g",
        "SET a = g.x | IndexKey: g",
        "SET a = pk[0] | Key: pk",
      })
  void updateMayNotLeadIntoAKey(String expression, String key) {
    assertThat(refused(expression)).isEqualTo(NESTED + key);
  }

  @Test
  void updateMayChangeTheKeyOfAnIndexAndReadAnyKey() {
    assertThat(refused("SET g = :v, a = pk")).isEqualTo("OK");
  }

  private static String refused(String expression) {
    Update update =
        UpdateExpression.parse(expression)
            .resolve(TestValues.attributes(null, "{\":v\": {\"SS\": [\"a\"]}}"));
    return TestValues.outcome(
        () -> KeyPaths.refuseUpdates(update.targets(), update.operandPaths(), TABLE, INDEX));
  }

  @ParameterizedTest
  @CsvSource({"pk.a, Key: pk", "a.pk, OK", "sk[0], Key: sk", "g.a.b, IndexKey: g", "pk, OK"})
  void readsMayNotLeadIntoAKey(String expression, String key) {
    List<DocumentPath> paths =
        ProjectionExpression.parse(expression).resolve(ExpressionAttributes.NONE).paths();
    assertThat(TestValues.outcome(() -> KeyPaths.refuseNested(paths, TABLE, INDEX)))
        .isEqualTo(key.equals("OK") ? key : NESTED + key);
  }

  @Test
  void filterOfAQueryMayNotTestItsKey() {
    List<DocumentPath> paths = List.of(DocumentPath.of("a"), DocumentPath.of("sk"));
    assertThat(
            TestValues.outcome(
                () -> KeyPaths.refuseInFilter(KeyPaths.FILTER_EXPRESSION, paths, TABLE)))
        .isEqualTo(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " sk");
    assertThat(
            TestValues.outcome(() -> KeyPaths.refuseInFilter(KeyPaths.QUERY_FILTER, paths, TABLE)))
        .isEqualTo(
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: sk");
  }
}

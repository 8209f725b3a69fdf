package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsTest {

  private static final String NO_MESSAGE =
      "{\"__type\":\"com.amazon.coral.service#SerializationException\"}";

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @BeforeEach
  void createTable() {
    dynamoDb.createTable("one", "pk");
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"TableName\":",
        "[]",
        "null",
        "1",
        "\"a\"",
        "{} {}",
        "{'a':1}",
        "{a:1}"
      })
  void bodyThatIsNoJsonObjectHasNoMessage(String body) {
    DynamoDbResponse response = dynamoDb.send("PutItem", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).isEqualTo(NO_MESSAGE);
    assertThat(response.headers()).containsEntry("x-amz-crc32", "3948637019");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"L\":["})
  void hundredThousandBracketsHaveNoMessage(String bracket) {
    DynamoDbResponse response = dynamoDb.send("PutItem", bracket.repeat(100_000));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).isEqualTo(NO_MESSAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"TableName\":1} | NUMBER_VALUE cannot be converted to String",
        "{\"TableName\":1.5} | DECIMAL_VALUE cannot be converted to String",
        "{\"TableName\":true} | TRUE_VALUE cannot be converted to String",
        "{\"TableName\":[]} | Unrecognized collection type class java.lang.String",
        "{\"TableName\":{}} | Start of structure or map found where not expected",
        "{\"Item\":1} | Unexpected field type",
        "{\"Item\":[]} | Unrecognized collection type java.util.Map<java.lang.String,"
            + " com.amazonaws.dynamodb.v20120810.AttributeValue>",
        "{\"Item\":{\"a\":1}} | Unexpected value type in payload",
        "{\"Item\":{\"a\":[]}} | Unrecognized collection type class"
            + " com.amazonaws.dynamodb.v20120810.AttributeValue",
        "{\"Item\":{\"a\":{\"BOOL\":\"maybe\"}}} | Unexpected token received from parser",
        "{\"Item\":{\"a\":{\"B\":1}}} | only base-64-encoded strings are convertible to bytes",
        "{\"Item\":{\"a\":{\"B\":\"abc\"}}} | Base64 encoded length is expected a multiple of 4"
            + " bytes but found: 3",
        "{\"Item\":{\"a\":{\"B\":\"AB==\"}}} | Invalid last non-pad Base64 character dectected",
        "{\"Item\":{\"a\":{\"SS\":1}}} | Unexpected field type",
        "{\"Item\":{\"a\":{\"SS\":{}}}} | Start of structure or map found where not expected",
      })
  void memberOfAnotherTypeIsNamed(String body, String text) {
    assertThat(dynamoDb.error("PutItem", body)).isEqualTo("SerializationException: " + text);
  }

  @Test
  void itemOf401KilobytesIsTooLarge() {
    assertThat(put("\"a\":{\"S\":\"" + "x".repeat(401 * 1024) + "\"}"))
        .isEqualTo("ValidationException: Item size has exceeded the maximum allowed size");
  }

  @Test
  void itemOfExactlyTheLimitIsStored() {
    int rest = 400 * 1024 - "pkaa".length();
    assertThat(put("\"a\":{\"S\":\"" + "x".repeat(rest) + "\"}")).isEqualTo("OK");
    assertThat(put("\"a\":{\"S\":\"" + "x".repeat(rest + 1) + "\"}")).contains("Item size");
  }

  @Test
  void keyOf2049OctetsIsTooLarge() {
    String key = "x".repeat(2049);
    String text =
        "ValidationException: One or more parameter values were invalid: Size of hashkey has"
            + " exceeded the maximum size limit of2048 bytes";
    assertThat(
            dynamoDb.error(
                "PutItem", "{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"" + key + "\"}}}"))
        .isEqualTo(text);
    assertThat(
            dynamoDb.error(
                "GetItem", "{\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"" + key + "\"}}}"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "31, OK",
    "32, 1 validation error detected: Nesting",
    "62, 1 validation error detected: Nesting",
    "63, Nesting",
    "300, Nesting",
    "1001, Nesting",
    "1900, Nesting",
    "5000, SerializationException"
  })
  void valueOfMoreThan31WrapsIsNestedTooDeeply(int wraps, String start) {
    String value = "{\"L\":[".repeat(wraps) + "{\"S\":\"x\"}" + "]}".repeat(wraps);
    assertThat(put("\"a\":" + value).replace("ValidationException: ", "")).startsWith(start);
  }

  @Test
  void bytesOfAllValuesAreAccepted() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(put("\"a\":{\"B\":\"" + Base64.getEncoder().encodeToString(all) + "\"}"))
        .isEqualTo("OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ExecuteStatement", "BatchExecuteStatement", "ListStreams", "Nothing", ""})
  void operationThatIsNotSupportedIsUnknown(String operation) {
    assertThat(dynamoDb.error(operation, "{}")).startsWith("UnknownOperationException");
  }

  private String put(String attributes) {
    return dynamoDb.error(
        "PutItem", "{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"a\"}," + attributes + "}}");
  }
}

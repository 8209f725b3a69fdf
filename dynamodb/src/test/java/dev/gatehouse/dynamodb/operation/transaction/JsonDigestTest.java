package dev.gatehouse.dynamodb.operation.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDigestTest {

  private static final String JSON = "[{\"a\": {\"S\": \"x\"}, \"b\": {\"BOOL\": true}}]";

  @Test
  void orderOfMembersAndSpacesDoNotMatter() {
    assertThat(digest("[{\"b\":{\"BOOL\":true},\"a\":{\"S\":\"x\"}}]")).isEqualTo(digest(JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\": {\"S\": \"y\"}, \"b\": {\"BOOL\": true}}]",
        "[{\"a\": {\"S\": \"x\"}, \"b\": {\"BOOL\": \"true\"}}]",
        "[{\"a\": {\"S\": \"x\", \"b\": {\"BOOL\": true}}}]",
        "[{\"a\": {\"S\": \"x\"}}, {\"b\": {\"BOOL\": true}}]",
        "[{\"a\": {\"S\": \"x\\\"1:b\"}, \"\": {\"BOOL\": true}}]",
        "[]",
      })
  void otherValuesHaveAnotherDigest(String other) {
    assertThat(digest(other)).isNotEqualTo(digest(JSON));
  }

  private static String digest(String json) {
    return JsonDigest.of(JsonParser.parseString(json));
  }
}

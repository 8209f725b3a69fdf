package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import org.junit.jupiter.api.Test;

/** The attributes that a new pool declares. */
class DeclaredAttributesTest {
  private static final String NO_TYPE =
      "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.";

  private final TestCognito cognito = new TestCognito();

  @Test
  void customAttributeHasATypeAndIsNotRequired() {
    assertThat(refusal(json("Name", "team"))).isEqualTo(NO_TYPE);
    assertThat(refusal(json("Name", "team", "AttributeDataType", "String", "Required", true)))
        .isEqualTo("Required custom attributes are not supported currently.");
    assertThat(
            cognito
                .call(
                    "AddCustomAttributes",
                    json(
                        "UserPoolId",
                        TestCognito.POOL,
                        "CustomAttributes",
                        list(json("Name", "level"))))
                .message())
        .isEqualTo(NO_TYPE);
  }

  @Test
  void standardAttributeHasItsOwnTypeAndMayBeRequired() {
    assertThat(create(json("Name", "given_name", "Required", true)).status()).isEqualTo(200);
  }

  @Test
  void maximumIsNotBelowTheMinimum() {
    JsonObject text = json("MinLength", "2", "MaxLength", "1");
    assertThat(refusal(json("Name", "email", "StringAttributeConstraints", text)))
        .isEqualTo("Schema.StringAttributeConstraints has a maximum below its minimum.");
    JsonObject number = json("MinValue", "2", "MaxValue", "1");
    assertThat(refusal(json("Name", "updated_at", "NumberAttributeConstraints", number)))
        .isEqualTo("Schema.NumberAttributeConstraints has a maximum below its minimum.");
  }

  private String refusal(JsonObject attribute) {
    return create(attribute).message();
  }

  private TestCognito.Reply create(JsonObject attribute) {
    return cognito.call("CreateUserPool", json("PoolName", "p", "Schema", list(attribute)));
  }
}

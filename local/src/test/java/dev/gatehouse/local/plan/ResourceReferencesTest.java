package dev.gatehouse.local.plan;

import static dev.gatehouse.local.plan.PlanResources.plan;
import static dev.gatehouse.local.plan.PlanResources.resource;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReferencesTest {

  private static Plan withVariable(String name, String value) {
    return plan(
        List.of(
            resource(
                "aws:lambda/function:Function",
                "api",
                "{\"environment\": {\"variables\": {\"%s\": \"%s\"}}}".formatted(name, value),
                "{\"arn\": \"arn:aws:lambda:us-east-1:000000000000:function:api\", \"name\": \"api\"}"),
            resource("aws:dynamodb/table:Table", "users", "{}", "{\"name\": \"stack-users\"}"),
            resource(
                "aws:sqs/queue:Queue",
                "deferred",
                "{}",
                "{\"url\": \"https://sqs.us-east-1.amazonaws.com/000000000000/deferred\"}"),
            resource(
                "aws:kms/key:Key",
                "codes",
                "{}",
                "{\"arn\": \"arn:aws:kms:us-east-1:000000000000:key/1\"}")));
  }

  @ParameterizedTest
  @CsvSource({
    "USERS_TABLE, stack-users",
    "DEFERRED_USERS_QUEUE_URL, https://sqs.us-east-1.amazonaws.com/000000000000/deferred",
    "CODE_KEY_ARN, arn:aws:kms:us-east-1:000000000000:key/1",
    "OTHER, arn:aws:lambda:us-east-1:000000000000:function:api:live",
    "EMAIL_MX, off",
    "PRODUCT_NAME, The Table",
    "LANDING_PAGE, https://www.gatehouse.test/queue",
  })
  void nameOfAResourceOfThePlanPasses(String variable, String value) {
    assertThatCode(() -> ResourceReferences.check(withVariable(variable, value)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "USERS_TABLE, users, table",
    "DEFERRED_USERS_QUEUE_URL, https://sqs.us-east-1.amazonaws.com/000000000000/gone, queue",
    "ANYTHING, https://sqs.us-east-1.amazonaws.com/000000000000/gone, queue",
    "CODE_KEY_ARN, arn:aws:kms:us-east-1:000000000000:key/2, key",
    "CODE_KEY_ID, 2, key",
    "NEXT_FUNCTION, gone, function",
    "ANYTHING, arn:aws:lambda:us-east-1:000000000000:function:ap, function",
    "ANYTHING, arn:aws:dynamodb:us-east-1:000000000000:table/gone, table",
  })
  void nameOfAMissingResourceIsRefused(String variable, String value, String word) {
    assertThatThrownBy(() -> ResourceReferences.check(withVariable(variable, value)))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/function:Function \"api\" sets %s to %s, but the plan has no such %s"
                .formatted(variable, value, word));
  }
}

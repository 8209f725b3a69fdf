package dev.gatehouse.local.lambda.registry;

import static dev.gatehouse.local.lambda.LambdaPlan.COGNITO;
import static dev.gatehouse.local.lambda.LambdaPlan.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.LambdaPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {

  @Test
  void permissionOfAQualifierAppliesToThatQualifierOnly() {
    assertThat(allows("{qualifier: live}", "f:live")).isTrue();
    assertThat(allows("{qualifier: live}", "f")).isFalse();
    assertThat(allows("{qualifier: live}", "f:1")).isFalse();
    assertThat(allows("{qualifier: live}", "g:live")).isFalse();
  }

  @Test
  void permissionWithoutQualifierAppliesToTheFunctionOnly() {
    assertThat(allows("{}", "f")).isTrue();
    assertThat(allows("{}", "f:$LATEST")).isTrue();
    assertThat(allows("{}", "f:live")).isFalse();
  }

  @Test
  void otherPrincipalIsDenied() {
    assertThat(allows("{principal: apigateway.amazonaws.com}", "f")).isFalse();
    assertThat(allows("{principal: \"*\"}", "f")).isTrue();
  }

  @Test
  void sourceArnAndSourceAccountAreConditions() {
    assertThat(allows("{sourceArn: \"" + POOL + "\"}", "f")).isTrue();
    assertThat(allows("{sourceArn: \"" + POOL + "2\"}", "f")).isFalse();
    assertThat(allows("{sourceAccount: \"000000000000\"}", "f")).isTrue();
    assertThat(allows("{sourceAccount: \"000000000001\"}", "f")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:execute-api:us-east-1:000000000000:abc/*/*, true",
    "arn:aws:execute-api:*:*:abc/prod/GET/user, true",
    "arn:aws:execute-api:us-east-?:000000000000:abc/*, true",
    "*, true",
    "arn:aws:execute-api:us-east-1:000000000000:abc/*/POST/*, false",
    "arn:aws:execute-api:*:abc/prod/GET/user, false",
    "arn:aws:execute.api:us-east-1:000000000000:abc/*, false",
    "arn:aws:execute-api:us-east-1:000000000000:abc, false"
  })
  void arnsAreComparedPartByPart(String pattern, boolean like) {
    String arn = "arn:aws:execute-api:us-east-1:000000000000:abc/prod/GET/user";
    assertThat(Permission.arnLike(pattern, arn)).isEqualTo(like);
  }

  private static boolean allows(String inputs, String called) {
    Permission permission =
        Permission.of(new LambdaPlan().permission("f", inputs).plan().resources().getFirst());
    return permission.allows(FunctionName.parse(called).orElseThrow(), COGNITO, POOL);
  }
}

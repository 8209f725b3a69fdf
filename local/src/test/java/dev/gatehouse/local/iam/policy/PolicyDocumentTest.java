package dev.gatehouse.local.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.IamPrincipal.AwsService;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import dev.gatehouse.local.iam.policy.PolicyDocument.PolicyGrant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements say about requests, as the IAM User Guide describes it. */
class PolicyDocumentTest {
  private static final AssumedRole ROLE =
      new AssumedRole("arn:aws:iam::000000000000:role/api", "api-function");
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/users";

  private static PolicyDocument role(String statements) throws PolicyInvalid {
    return PolicyDocument.ofRole(document(statements));
  }

  private static String document(String statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":" + statements.replace('\'', '"') + "}";
  }

  private static AccessRequest request(String action, String resource) {
    return new AccessRequest(ROLE, action, resource);
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb:PutItem, dynamodb:PutItem, true",
    "dynamodb:putitem, dynamodb:PutItem, true",
    "dynamodb:Put*, dynamodb:PutItem, true",
    "dynamodb:*, dynamodb:PutItem, true",
    "*, dynamodb:PutItem, true",
    "dynamodb:PutIte?, dynamodb:PutItem, true",
    "dynamodb:GetItem, dynamodb:PutItem, false",
    "sqs:*, dynamodb:PutItem, false",
  })
  void actionMatchesWithWildcardsAndInAnyCase(String pattern, String action, boolean allowed)
      throws Exception {
    assertThat(
            role("{'Effect':'Allow','Action':'" + pattern + "','Resource':'*'}")
                .effect(request(action, TABLE)))
        .isEqualTo(allowed ? Effect.ALLOW : Effect.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:dynamodb:us-east-1:000000000000:table/users, true",
    "arn:aws:dynamodb:*:000000000000:table/users, true",
    "arn:aws:dynamodb:us-east-1:000000000000:table/*, true",
    "arn:aws:dynamodb:us-east-1:000000000000:table/user?, true",
    "arn:aws:dynamodb, true",
    "*, true",
    "arn:aws:dynamodb:us-east-1:000000000000:table/users/index/*, false",
    "arn:aws:dynamodb:us-east-1:111111111111:table/users, false",
    "arn:aws:dynamodb:*:table/users, false",
    "arn:aws:dynamodb:us-east-1:000000000000:table/Users, false",
  })
  void resourceMatchesPartByPart(String pattern, boolean allowed) throws Exception {
    assertThat(
            role("{'Effect':'Allow','Action':'*','Resource':'" + pattern + "'}")
                .effect(request("dynamodb:GetItem", TABLE)))
        .isEqualTo(allowed ? Effect.ALLOW : Effect.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api:*, ALLOW",
    "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api:log-stream:*, ALLOW",
    "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api, NONE",
    "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/apis:*, NONE",
  })
  void logGroupWithoutItsStreamsAllowsNoLine(String pattern, Effect effect) throws Exception {
    String stream = "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api:log-stream:1";
    assertThat(
            role("{'Effect':'Allow','Action':'logs:PutLogEvents','Resource':'" + pattern + "'}")
                .effect(request("logs:PutLogEvents", stream)))
        .isEqualTo(effect);
  }

  @ParameterizedTest
  @CsvSource({"users/index/by-email, ALLOW", "users, NONE", "users/index/by-name, NONE"})
  void indexIsAResourceOfItsOwn(String resource, Effect effect) throws Exception {
    String index = TABLE + "/index/by-email";
    assertThat(
            role("[{'Effect':'Allow','Action':'dynamodb:Query','Resource':'" + index + "'}]")
                .effect(request("dynamodb:Query", TABLE.replace("users", resource))))
        .isEqualTo(effect);
  }

  @Test
  void denyComesBeforeAllow() throws Exception {
    PolicyDocument policy =
        role(
            "[{'Effect':'Allow','Action':'*','Resource':'*'},"
                + "{'Effect':'Deny','Action':'dynamodb:Delete*','Resource':'*'}]");

    assertThat(policy.effect(request("dynamodb:DeleteItem", TABLE))).isEqualTo(Effect.DENY);
    assertThat(policy.effect(request("dynamodb:GetItem", TABLE))).isEqualTo(Effect.ALLOW);
  }

  @Test
  void notActionAndNotResourceAreEverythingElse() throws Exception {
    PolicyDocument policy =
        role("{'Effect':'Allow','NotAction':'sqs:*','NotResource':'" + TABLE + "'}");

    assertThat(policy.effect(request("dynamodb:GetItem", TABLE + "-2"))).isEqualTo(Effect.ALLOW);
    assertThat(policy.effect(request("dynamodb:GetItem", TABLE))).isEqualTo(Effect.NONE);
    assertThat(policy.effect(request("sqs:SendMessage", TABLE + "-2"))).isEqualTo(Effect.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, kms:EncryptionContext:userpool-id, pool, ALLOW",
    "StringEquals, kms:EncryptionContext:userpool-id, other, NONE",
    "StringEquals, kms:EncryptionContext:userpool-ID, pool, NONE",
    "StringNotEquals, kms:EncryptionContext:userpool-id, other, ALLOW",
    "StringNotEquals, aws:SourceAccount, other, ALLOW",
    "StringEquals, aws:SourceAccount, other, NONE",
    "StringLike, kms:EncryptionContext:userpool-id, p*, ALLOW",
    "StringNotLike, kms:EncryptionContext:userpool-id, p*, NONE",
  })
  void conditionComparesTheKeyOfTheRequest(String operator, String key, String value, Effect effect)
      throws Exception {
    PolicyDocument policy =
        role(
            "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*','Condition':{'%s':{'%s':'%s'}}}"
                .formatted(operator, key, value));
    assertThat(
            policy.effect(
                new AccessRequest(
                    ROLE,
                    "kms:Decrypt",
                    "arn:aws:kms:us-east-1:000000000000:key/1",
                    Map.of("kms:encryptioncontext:userpool-id", "pool"))))
        .isEqualTo(effect);
  }

  @Test
  void principalOfAResourceIsAServiceARoleOrTheAccount() throws Exception {
    String statement = "{'Effect':'Allow','Principal':%s,'Action':'ses:SendEmail','Resource':'*'}";
    AccessRequest byRole =
        request("ses:SendEmail", "arn:aws:ses:us-east-1:000000000000:identity/a");
    AccessRequest byService =
        new AccessRequest(
            new AwsService("email.cognito-idp.amazonaws.com"), "ses:SendEmail", byRole.resource());
    PolicyDocument service =
        PolicyDocument.ofResource(
            document(statement.formatted("{'Service':['email.cognito-idp.amazonaws.com']}")));
    PolicyDocument role =
        PolicyDocument.ofResource(
            document(statement.formatted("{'AWS':'arn:aws:iam::000000000000:role/api'}")));
    PolicyDocument account =
        PolicyDocument.ofResource(
            document(statement.formatted("{'AWS':'arn:aws:iam::000000000000:root'}")));

    assertThat(service.effect(byService)).isEqualTo(Effect.ALLOW);
    assertThat(service.effect(byRole)).isEqualTo(Effect.NONE);
    assertThat(role.effect(byRole)).isEqualTo(Effect.ALLOW);
    assertThat(role.effect(byService)).isEqualTo(Effect.NONE);
    assertThat(account.effect(byRole)).isEqualTo(Effect.DELEGATE);
    assertThat(account.effect(byService)).isEqualTo(Effect.NONE);
  }

  @Test
  void grantsOfARequestAreTheActionsThatItNeeds() throws Exception {
    PolicyDocument policy =
        role(
            "[{'Effect':'Allow','Action':['dynamodb:GetItem','dynamodb:PutItem'],'Resource':'*'},"
                + "{'Effect':'Allow','Action':'dynamodb:Get*','Resource':'*'}]");

    assertThat(policy.grants(request("dynamodb:GetItem", TABLE)))
        .containsExactly(
            new PolicyGrant(0, "dynamodb:GetItem"), new PolicyGrant(1, "dynamodb:Get*"));
    assertThat(policy.grants()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}}"
            + "| has the condition operator IpAddress; the local emulator evaluates StringEquals,",
        "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalTag/a':'b'}}}"
            + "| has the condition key aws:PrincipalTag/a, which the local emulator does not evaluate",
        "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::b/${aws:username}'}"
            + "| has the policy variable arn:aws:s3:::b/${aws:username}, which",
        "{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}"
            + "| has a Principal, which only policies of resources have",
        "{'Effect':'Allow','Action':'*','Resource':'*','Extra':'*'}"
            + "| has the element Extra, which the local emulator does not support",
        "{'Effect':'Allow','Resource':'*'}"
            + "| has a statement without exactly one of Action and NotAction",
        "{'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}"
            + "| has a statement without exactly one of Action and NotAction",
        "{'Action':'*','Resource':'*'}| has a statement whose Effect is not Allow or Deny",
        "nonsense| is not a policy document",
      })
  void whatIsNotEvaluatedIsRefused(String statement, String message) {
    assertThatThrownBy(() -> role(statement))
        .isInstanceOf(PolicyInvalid.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void principalOfAnotherTypeIsRefused() {
    assertThatThrownBy(
            () ->
                PolicyDocument.ofResource(
                    document(
                        "{'Effect':'Allow','Principal':{'Federated':'x'},'Action':'*','Resource':'*'}")))
        .hasMessage(
            "has a Principal of the type Federated, which the local emulator does not support");
  }
}

package dev.gatehouse.local.iam.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.IamPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles and policies that a client creates, as test suites of Cognito do for text messages. */
class RolesTest {
  private static final String ARN = "arn:aws:iam::000000000000:policy/sms";
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"Service":"cognito-idp.amazonaws.com"},
       "Condition":{"StringEquals":{"sts:ExternalId":"an id"}}}]}
      """;
  private static final String PUBLISH =
      IamPlan.document("{'Effect':'Allow','Action':'sns:Publish','Resource':'*'}");

  private final Iam iam = Iam.of(new IamPlan().role("api", "lambda.amazonaws.com").build());
  private final IamEndpoint endpoint =
      new IamEndpoint(iam, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00.5Z")));

  @Test
  void roleIsCreatedUsedAndDeleted() {
    assertThat(createRole("sms").text())
        .contains(
            "<Path>/</Path><RoleName>sms</RoleName><RoleId>AROA",
            "<Arn>arn:aws:iam::000000000000:role/sms</Arn>",
            "<CreateDate>2026-03-01T12:00:00Z</CreateDate>",
            "sts%3AExternalId");
    assertThat(call("GetRole", "RoleName", "sms").text()).contains("<Role><Path>/</Path>");
    assertThat(call("ListRoles").text())
        .contains("<RoleName>api</RoleName>", "<RoleName>sms</RoleName>");
    assertThat(call("CreatePolicy", "PolicyName", "sms", "PolicyDocument", PUBLISH).text())
        .contains("<Arn>" + ARN + "</Arn>", "<AttachmentCount>0</AttachmentCount>");

    assertThat(call("AttachRolePolicy", "RoleName", "sms", "PolicyArn", ARN).status())
        .isEqualTo(200);
    assertThat(call("ListAttachedRolePolicies", "RoleName", "sms").text())
        .contains("<PolicyName>sms</PolicyName><PolicyArn>" + ARN + "</PolicyArn>");
    assertThat(call("GetPolicy", "PolicyArn", ARN).text())
        .contains("<AttachmentCount>1</AttachmentCount>");
    assertRefused(409, "DeleteConflict", call("DeletePolicy", "PolicyArn", ARN));
    assertRefused(409, "DeleteConflict", call("DeleteRole", "RoleName", "sms"));

    assertThat(call("DetachRolePolicy", "RoleName", "sms", "PolicyArn", ARN).status())
        .isEqualTo(200);
    assertThat(call("DeletePolicy", "PolicyArn", ARN).status()).isEqualTo(200);
    assertThat(call("DeleteRole", "RoleName", "sms").status()).isEqualTo(200);
    assertRefused(404, "NoSuchEntity", call("GetRole", "RoleName", "sms"));
  }

  @Test
  void inlinePolicyKeepsARoleFromBeingDeleted() {
    createRole("sms");
    call("PutRolePolicy", "RoleName", "sms", "PolicyName", "p", "PolicyDocument", PUBLISH);

    assertThat(call("DeleteRole", "RoleName", "sms").text())
        .contains("Cannot delete entity, must delete policies first.");
  }

  @Test
  void nameIsTakenOnce() {
    createRole("sms");

    assertRefused(409, "EntityAlreadyExists", createRole("sms"));
    assertRefused(409, "EntityAlreadyExists", createRole("api"));
  }

  @Test
  void planKeepsItsRoles() {
    assertRefused(400, "UnmodifiableEntity", call("DeleteRole", "RoleName", "api"));
    assertThat(iam.roles().named("api")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "RoleName, a b, ValidationError",
    "RoleName, '', ValidationError",
    "Path, sms, ValidationError",
    "MaxSessionDuration, 1, ValidationError",
    "MaxSessionDuration, long, ValidationError",
    "AssumeRolePolicyDocument, {}, MalformedPolicyDocument",
    "PermissionsBoundary, arn:aws:iam::aws:policy/AdministratorAccess, InvalidInput"
  })
  void malformedRoleIsRefused(String parameter, String value, String code) {
    Map<String, String> form =
        new LinkedHashMap<>(
            Map.of("Action", "CreateRole", "RoleName", "sms", "AssumeRolePolicyDocument", TRUST));
    form.put(parameter, value);

    assertRefused(400, code, call(form));
    assertThat(iam.roles().named("sms")).isEmpty();
  }

  @Test
  void unknownPolicyIsNotAttached() {
    createRole("sms");

    assertThat(
            call(
                    "AttachRolePolicy",
                    "RoleName",
                    "sms",
                    "PolicyArn",
                    "arn:aws:iam::aws:policy/AdministratorAccess")
                .text())
        .contains(
            "Policy arn:aws:iam::aws:policy/AdministratorAccess does not exist or is not attachable.");
    assertThat(
            call(
                    "AttachRolePolicy",
                    "RoleName",
                    "sms",
                    "PolicyArn",
                    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
                .status())
        .isEqualTo(200);
  }

  private static void assertRefused(int status, String code, Response response) {
    assertThat(response.text()).contains("<Code>" + code + "</Code>");
    assertThat(response.status()).isEqualTo(status);
  }

  private Response createRole(String name) {
    return call("CreateRole", "RoleName", name, "AssumeRolePolicyDocument", TRUST);
  }

  private Response call(String action, String... parameters) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", action);
    for (int i = 0; i < parameters.length; i += 2) {
      form.put(parameters[i], parameters[i + 1]);
    }
    return call(form);
  }

  private Response call(Map<String, String> form) {
    return endpoint.handle(
        new Request(
            "POST", "/", Map.of(), Map.of(), "127.0.0.1", UrlEncoded.encode(form).getBytes(UTF_8)));
  }
}

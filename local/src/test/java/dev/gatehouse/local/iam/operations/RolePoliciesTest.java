package dev.gatehouse.local.iam.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.IamPlan;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Policies that an administrator reads and changes through IAM and SES. */
class RolePoliciesTest {
  private static final String DOCUMENT =
      IamPlan.document("{'Effect':'Allow','Action':'sqs:SendMessage','Resource':'*'}");

  private final Iam iam =
      Iam.of(
          new IamPlan()
              .role("api", "lambda.amazonaws.com")
              .policy("api", "users", "{'Effect':'Allow','Action':'*','Resource':'*'}")
              .build());

  private Response call(String action, String... parameters) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", action);
    for (int i = 0; i < parameters.length; i += 2) {
      form.put(parameters[i], parameters[i + 1]);
    }
    Request request =
        new Request(
            "POST", "/", Map.of(), Map.of(), "127.0.0.1", UrlEncoded.encode(form).getBytes(UTF_8));
    return IdentityPolicies.has(action)
        ? new IdentityPolicies(iam.resourcePolicies()).handle(request)
        : new IamEndpoint(iam, InstantSource.system()).handle(request);
  }

  /** Returns the document of the policy as it is now. */
  private String document() {
    return Objects.requireNonNull(iam.roles().named("api").orElseThrow().inline().get("users"))
        .json();
  }

  @Test
  void rolesAndTheirPoliciesAreListed() {
    assertThat(call("ListRoles").text())
        .contains("<RoleName>api</RoleName>", "<Arn>arn:aws:iam::000000000000:role/api</Arn>");
    assertThat(call("ListRolePolicies", "RoleName", "api").text())
        .contains("<PolicyNames><member>users</member></PolicyNames>");
    assertThat(call("GetRolePolicy", "RoleName", "api", "PolicyName", "users").text())
        .contains("<PolicyDocument>%7B%22Version%22%3A%222012-10-17%22");
  }

  @Test
  void policyIsReplacedAndDeleted() {
    assertThat(
            call(
                    "PutRolePolicy",
                    "RoleName",
                    "api",
                    "PolicyName",
                    "users",
                    "PolicyDocument",
                    DOCUMENT)
                .status())
        .isEqualTo(200);
    assertThat(document()).isEqualTo(DOCUMENT);

    assertThat(call("DeleteRolePolicy", "RoleName", "api", "PolicyName", "users").status())
        .isEqualTo(200);
    Response again = call("DeleteRolePolicy", "RoleName", "api", "PolicyName", "users");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text())
        .contains(
            "<Code>NoSuchEntity</Code><Message>The role policy with name users cannot be found.");
  }

  @Test
  void malformedPolicyChangesNothing() {
    Response refused =
        call("PutRolePolicy", "RoleName", "api", "PolicyName", "users", "PolicyDocument", "{}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("<Code>MalformedPolicyDocument</Code>");
    assertThat(document()).contains("\"Action\":\"*\"");
  }

  @Test
  void unknownRoleAndUnknownActionAreRefused() {
    assertThat(call("ListRolePolicies", "RoleName", "gone").text())
        .contains("The role with name gone cannot be found.");
    assertThat(call("CreateUser").text())
        .contains("<Code>InvalidAction</Code>", "does not support the action CreateUser of IAM;");
  }

  @Test
  void policyOfAnIdentityIsKeptByNameOrArn() {
    String document =
        IamPlan.document(
            "{'Effect':'Allow','Principal':'*','Action':'ses:SendEmail','Resource':'*'}");
    assertThat(
            call(
                    "PutIdentityPolicy",
                    "Identity",
                    "gatehouse.test",
                    "PolicyName",
                    "pool",
                    "Policy",
                    document)
                .status())
        .isEqualTo(200);
    String arn = "arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test";
    assertThat(call("ListIdentityPolicies", "Identity", arn).text())
        .contains("<member>pool</member>");
    assertThat(call("GetIdentityPolicies", "Identity", arn, "PolicyNames.member.1", "pool").text())
        .contains("<key>pool</key>");
    assertThat(call("DeleteIdentityPolicy", "Identity", arn, "PolicyName", "pool").status())
        .isEqualTo(200);
    assertThat(call("ListIdentityPolicies", "Identity", arn).text()).doesNotContain("pool");
    assertThat(
            call("PutIdentityPolicy", "Identity", arn, "PolicyName", "pool", "Policy", "{}").text())
        .contains("<Code>InvalidPolicy</Code>");
  }
}

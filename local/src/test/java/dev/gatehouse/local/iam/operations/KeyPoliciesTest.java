package dev.gatehouse.local.iam.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.IamPlan;
import dev.gatehouse.local.iam.PoolKeys;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.plan.PlanInvalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** PutKeyPolicy, GetKeyPolicy, and what the policy of a key is for. */
class KeyPoliciesTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/1";
  private static final String POOL = "us-east-1_A";
  private static final String ADMINISTRATION =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::000000000000:root'},"
          + "'Action':'kms:PutKeyPolicy','Resource':'%s'}".formatted(KEY);
  private static final String GRANTS =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::000000000000:root'},"
          + "'Action':'kms:CreateGrant','Resource':'*','Condition':{'StringEquals':"
          + "{'kms:EncryptionContext:userpool-id':'%s'}}}".formatted(POOL);

  private final Iam iam = Iam.of(new IamPlan().build());
  private final KeyPolicies policies =
      new KeyPolicies(
          request -> Response.of(200, "text/plain", "kms"),
          iam.resourcePolicies(),
          members -> Optional.of(KEY));

  private Response put(String statements) {
    JsonObject body = new JsonObject();
    body.addProperty("KeyId", "1");
    body.addProperty("Policy", IamPlan.document(statements));
    return call("PutKeyPolicy", body.toString());
  }

  private Response call(String operation, String body) {
    return policies.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of("TrentService." + operation)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  @Test
  void policyIsReadAsItWasPut() {
    assertThat(put("[" + ADMINISTRATION + "]").status()).isEqualTo(200);
    assertThat(call("GetKeyPolicy", "{}").text())
        .contains("kms:PutKeyPolicy", "\"PolicyName\":\"default\"");
  }

  @Test
  void keyWithoutAPolicyHasTheOneOfKms() {
    assertThat(call("GetKeyPolicy", "{}").text()).contains("key-default-1", "kms:*");
  }

  @Test
  void policyThatNobodyCouldChangeIsRefused() {
    Response refusal = put("[" + GRANTS + "]");

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.text())
        .contains("MalformedPolicyDocumentException", "update the key policy in the future");
    assertThat(call("GetKeyPolicy", "{}").text()).contains("key-default-1");
  }

  @Test
  void planWithSuchAPolicyIsRefused() {
    JsonObject inputs = new JsonObject();
    inputs.addProperty("keyId", "1");
    inputs.addProperty("policy", IamPlan.document("[" + GRANTS + "]"));

    assertThatThrownBy(
            () ->
                Iam.of(
                    new IamPlan()
                        .add("aws:kms/keyPolicy:KeyPolicy", "codes", inputs, "{}")
                        .build()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("update the key policy in the future");
  }

  @Test
  void malformedRequestsAreRefused() {
    assertThat(put("[{'Effect':'Maybe'}]").text()).contains("MalformedPolicyDocumentException");
    assertThat(call("PutKeyPolicy", "{}").text()).contains("ValidationException");
    assertThat(call("PutKeyPolicy", "nonsense").text()).contains("SerializationException");
  }

  @Test
  void otherOperationsAreOfKms() {
    assertThat(call("DescribeKey", "{}").text()).isEqualTo("kms");
  }

  @Test
  void poolNeedsAGrantOfItsOwn() {
    PoolKeys keys = new PoolKeys(new UsableKeys(), iam.resourcePolicies());

    assertThat(keys.unusable(KEY, POOL)).isNull();
    assertThat(put("[" + ADMINISTRATION + "]").status()).isEqualTo(200);
    assertThat(keys.unusable(KEY, POOL))
        .contains("no resource-based policy allows the kms:CreateGrant action");
    assertThat(put("[%s,%s]".formatted(ADMINISTRATION, GRANTS)).status()).isEqualTo(200);
    assertThat(keys.unusable(KEY, POOL)).isNull();
    assertThat(keys.unusable(KEY, "us-east-1_B")).contains("us-east-1_B");
  }

  /** Keys that encrypt for everybody. */
  private static final class UsableKeys implements DataKeys {
    @Override
    public @Nullable String unusable(String keyArn, String poolId) {
      return null;
    }

    @Override
    public DataKey generateDataKey(String keyArn, int bytes, Map<String, String> context) {
      return new DataKey(new byte[bytes], new byte[bytes]);
    }
  }
}

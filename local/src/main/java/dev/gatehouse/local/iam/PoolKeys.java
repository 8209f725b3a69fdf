package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.KeyPolicyRule;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.kms.DataKeys;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cognito's way to KMS. Whoever creates or updates a pool creates the grant by which Cognito
 * encrypts, so a key's own policy must allow that for the pool.
 */
public record PoolKeys(DataKeys kms, ResourcePolicies policies) implements DataKeys {

  @Override
  public @Nullable String unusable(String keyArn, String poolId) {
    String unusable = kms.unusable(keyArn, poolId);
    PolicyDocument policy = policies.of(keyArn).get(KeyPolicyRule.POLICY);
    if (unusable != null || policy == null || KeyPolicyRule.allowsGrants(policy, keyArn, poolId)) {
      return unusable;
    }
    return "because no resource-based policy allows the kms:CreateGrant action on %s for %s"
        .formatted(keyArn, poolId);
  }

  @Override
  public DataKey generateDataKey(String keyArn, int bytes, Map<String, String> context) {
    return kms.generateDataKey(keyArn, bytes, context);
  }
}

package dev.gatehouse.local.iam.policy;

import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import java.util.Map;

/** What KMS demands of the policy of a key, and what Cognito demands of it. */
public final class KeyPolicyRule {
  /** The name of a key's only policy. */
  public static final String POLICY = "default";

  /** KMS's message for a policy that nobody could change. */
  public static final String REFUSAL =
      "The new key policy will not allow you to update the key policy in the future.";

  private static final AssumedRole ADMINISTRATOR =
      new AssumedRole("arn:aws:iam::000000000000:role/administrator", "administrator");

  private KeyPolicyRule() {}

  /** Returns whether an administrator of the account could change the policy again. */
  public static boolean isAdministrable(PolicyDocument policy, String keyArn) {
    return allows(policy, new AccessRequest(ADMINISTRATOR, "kms:PutKeyPolicy", keyArn));
  }

  /** Returns whether an administrator of the account may grant Cognito the use for a pool. */
  public static boolean allowsGrants(PolicyDocument policy, String keyArn, String poolId) {
    return allows(
        policy,
        new AccessRequest(
            ADMINISTRATOR,
            "kms:CreateGrant",
            keyArn,
            Map.of("kms:encryptioncontext:userpool-id", poolId)));
  }

  private static boolean allows(PolicyDocument policy, AccessRequest request) {
    Effect effect = policy.effect(request);
    return effect == Effect.ALLOW || effect == Effect.DELEGATE;
  }
}

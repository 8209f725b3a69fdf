package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AwsService;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A role: who may assume it, and what it allows.
 *
 * @param details what evaluates nothing
 * @param inline the documents of the inline policies, by name
 * @param attached the documents of the attached policies, by ARN
 */
public record IamRole(
    String name,
    String arn,
    PolicyDocument trust,
    RoleDetails details,
    Map<String, PolicyDocument> inline,
    Map<String, PolicyDocument> attached) {

  /**
   * The members of a role that evaluate nothing.
   *
   * @param declared whether the plan declares the role
   */
  public record RoleDetails(
      boolean declared, Instant created, String description, int maxSessionDuration) {}

  /** Creates a role without policies. */
  public IamRole(String name, String arn, PolicyDocument trust, RoleDetails details) {
    this(name, arn, trust, details, new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
  }

  /** Returns what the policies of the role say about a request; Deny comes before Allow. */
  Effect effect(AccessRequest request) {
    Effect strongest = Effect.NONE;
    for (PolicyDocument policy : inline.values()) {
      strongest = stronger(strongest, policy.effect(request));
    }
    for (PolicyDocument policy : attached.values()) {
      strongest = stronger(strongest, policy.effect(request));
    }
    return strongest;
  }

  /** Returns whether the trust policy lets a service of the role's account assume the role. */
  boolean trusts(String service) {
    AccessRequest assume =
        new AccessRequest(
            new AwsService(service),
            "sts:AssumeRole",
            arn,
            Map.of("aws:sourceaccount", arn.split(":", 6)[4]));
    return trust.effect(assume) == Effect.ALLOW;
  }

  private static Effect stronger(Effect one, Effect other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The policies that can be attached to roles: the plan's, those of clients, and some of AWS. */
public final class IamPolicies {

  private static final String POLICY = "aws:iam/policy:Policy";

  /**
   * A policy of the account.
   *
   * @param declared whether the plan declares the policy
   */
  public record IamPolicy(
      String name, String arn, PolicyDocument document, boolean declared, Instant created) {}

  private final Map<String, IamPolicy> byArn = new ConcurrentSkipListMap<>();

  /** Reads the policies; throws {@link PlanInvalid} for one that cannot be evaluated. */
  IamPolicies(Plan plan) {
    Instant start = Instant.now();
    for (Resource policy : plan.ofType(POLICY)) {
      String arn = policy.output("arn");
      String name = arn.substring(arn.lastIndexOf('/') + 1);
      add(new IamPolicy(name, arn, document(policy), true, start));
    }
  }

  /** Returns the policy of the account that has this ARN. */
  public Optional<IamPolicy> withArn(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /** Returns the document of a policy of the account or of AWS. */
  public Optional<PolicyDocument> document(String arn) {
    return withArn(arn).map(IamPolicy::document).or(() -> ofAws(arn));
  }

  /** Adds a policy, unless there is one of this ARN; returns whether it was added. */
  public boolean add(IamPolicy policy) {
    return byArn.putIfAbsent(policy.arn(), policy) == null;
  }

  /** Removes the policy of this ARN. */
  public void remove(String arn) {
    byArn.remove(arn);
  }

  private static Optional<PolicyDocument> ofAws(String arn) {
    return ManagedPolicies.document(arn)
        .map(
            json -> {
              try {
                return PolicyDocument.ofRole(json);
              } catch (PolicyInvalid e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static PolicyDocument document(Resource policy) {
    try {
      return PolicyDocument.ofRole(policy.input("policy"));
    } catch (PolicyInvalid e) {
      throw policy.refused("has a policy that " + e.getMessage());
    }
  }
}

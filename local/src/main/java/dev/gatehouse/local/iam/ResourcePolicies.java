package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The policies of SES identities, queues, keys and buckets. */
public final class ResourcePolicies {

  private static final String IDENTITY_POLICY = "aws:ses/identityPolicy:IdentityPolicy";

  /** The prefix of the ARNs of SES identities. */
  public static final String IDENTITY_ARN = "arn:aws:ses:us-east-1:000000000000:identity/";

  /** The prefix of the ARNs of buckets, and of objects with their keys behind a slash. */
  public static final String BUCKET_ARN = "arn:aws:s3:::";

  /** The documents by ARN of the resource and name of the policy. */
  private final Map<String, Map<String, PolicyDocument>> byArn = new ConcurrentHashMap<>();

  /** Reads the policies; throws {@code PlanInvalid} for one that cannot be evaluated. */
  ResourcePolicies(Plan plan) {
    for (Resource policy : plan.ofType(IDENTITY_POLICY)) {
      of(identityArn(policy.input("identity"))).put(policy.output("name"), document(policy));
    }
    for (Resource policy : plan.ofType("aws:s3/bucketPolicy:BucketPolicy")) {
      of(BUCKET_ARN + policy.input("bucket")).put("policy", document(policy));
    }
    for (String type : new String[] {"aws:sqs/queue:Queue", "aws:kms/key:Key"}) {
      for (Resource resource : plan.ofType(type)) {
        if (resource.optionalInput("policy").filter(text -> !text.isEmpty()).isPresent()) {
          of(resource.output("arn")).put("policy", document(resource));
        }
      }
    }
  }

  /** Returns the modifiable policies of a resource, by name. */
  public Map<String, PolicyDocument> of(String arn) {
    return byArn.computeIfAbsent(arn, it -> new ConcurrentSkipListMap<>());
  }

  /** Returns what the policies of the resource say about a request; Deny comes before Allow. */
  Effect effect(AccessRequest request) {
    Map<String, PolicyDocument> policies =
        byArn.getOrDefault(policyOwner(request.resource()), Map.of());
    if (policies.isEmpty() && request.action().startsWith("kms:")) {
      // The default policy of a key leaves everything to the account's policies.
      return Effect.DELEGATE;
    }
    return policies.values().stream()
        .map(policy -> policy.effect(request))
        .min(Enum::compareTo)
        .orElse(Effect.NONE);
  }

  /** Returns the ARN of the resource that has the policy: an object's is its bucket's. */
  private static String policyOwner(String arn) {
    return arn.startsWith(BUCKET_ARN) ? arn.split("/", 2)[0] : arn;
  }

  /** Returns the ARN of an identity that is given by ARN or by name. */
  public static String identityArn(String identity) {
    return identity.startsWith("arn:") ? identity : IDENTITY_ARN + identity;
  }

  /** Returns all policies, by ARN of the resource and name. */
  Map<String, Map<String, PolicyDocument>> all() {
    return byArn;
  }

  private static PolicyDocument document(Resource resource) {
    try {
      return PolicyDocument.ofResource(resource.input("policy"));
    } catch (PolicyInvalid e) {
      throw resource.refused("has a policy that " + e.getMessage());
    }
  }
}

package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.KeyPolicyRule;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The policies of SES identities, queues, keys, buckets and functions. */
public final class ResourcePolicies {

  private static final String IDENTITY_POLICY = "aws:ses/identityPolicy:IdentityPolicy";

  /** The prefix of the ARNs of SES identities. */
  public static final String IDENTITY_ARN = "arn:aws:ses:us-east-1:000000000000:identity/";

  /** The prefix of the ARNs of buckets, and of objects with their keys behind a slash. */
  public static final String BUCKET_ARN = "arn:aws:s3:::";

  /** The prefix of the ARNs of keys. */
  private static final String KEY_ARN = "arn:aws:kms:us-east-1:000000000000:key/";

  /** The documents by ARN of the resource and name of the policy. */
  private final Map<String, Map<String, PolicyDocument>> byArn = new ConcurrentHashMap<>();

  /** Where Lambda has the policy of a function, by ARN; clients add statements to it. */
  private volatile Function<String, Optional<String>> ofFunctions = arn -> Optional.empty();

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
          of(resource.output("arn")).put(KeyPolicyRule.POLICY, document(resource));
        }
      }
    }
    readKeyPolicies(plan);
  }

  /** Reads the policies of keys that are resources of their own. */
  private void readKeyPolicies(Plan plan) {
    for (Resource resource : plan.ofType("aws:kms/keyPolicy:KeyPolicy")) {
      String id = resource.input("keyId");
      String arn = id.startsWith("arn:") ? id : KEY_ARN + id;
      PolicyDocument policy = document(resource);
      if (!KeyPolicyRule.isAdministrable(policy, arn)) {
        throw resource.refused("is refused by AWS: " + KeyPolicyRule.REFUSAL);
      }
      of(arn).put(KeyPolicyRule.POLICY, policy);
    }
  }

  /** Returns the modifiable policies of a resource, by name. */
  public Map<String, PolicyDocument> of(String arn) {
    return byArn.computeIfAbsent(arn, it -> new ConcurrentSkipListMap<>());
  }

  /** Sets where the documents of functions' policies are found, by ARN. */
  public void ofFunctions(Function<String, Optional<String>> documents) {
    ofFunctions = documents;
  }

  /** Returns what the policies of the resource say about a request; Deny comes before Allow. */
  Effect effect(AccessRequest request) {
    Map<String, PolicyDocument> policies =
        byArn.getOrDefault(policyOwner(request.resource()), Map.of());
    if (policies.isEmpty() && request.action().startsWith("kms:")) {
      // The default policy of a key leaves everything to the account's policies.
      return Effect.DELEGATE;
    }
    return Stream.concat(policies.values().stream(), ofFunction(request))
        .map(policy -> policy.effect(request))
        .min(Enum::compareTo)
        .orElse(Effect.NONE);
  }

  /** Returns the ARN of the resource that has the policy: an object's is its bucket's. */
  private static String policyOwner(String arn) {
    return arn.startsWith(BUCKET_ARN) ? arn.split("/", 2)[0] : arn;
  }

  private Stream<PolicyDocument> ofFunction(AccessRequest request) {
    if (!request.action().startsWith("lambda:")) {
      return Stream.empty();
    }
    try {
      Optional<String> document = ofFunctions.apply(request.resource());
      return document.isEmpty()
          ? Stream.empty()
          : Stream.of(PolicyDocument.ofResource(document.get()));
    } catch (PolicyInvalid e) {
      throw new IllegalStateException(
          "The policy of %s %s".formatted(request.resource(), e.getMessage()), e);
    }
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

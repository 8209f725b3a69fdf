package dev.gatehouse.local.s3;

import dev.gatehouse.local.iam.Authorizer;
import dev.gatehouse.local.iam.ResourcePolicies;
import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import java.util.Map;

/** What the role of a function allows in S3. */
record S3Permissions(Authorizer authorizer) {

  /** Throws {@link S3Exception} unless the role allows the operation on its object or bucket. */
  void require(AssumedRole caller, S3Operation operation, S3Address address) {
    require(caller, operation.action(), resource(address));
  }

  /** Throws {@link S3Exception} unless the role allows an action on an object. */
  void require(AssumedRole caller, String action, String resource) {
    authorizer
        .deny(new AccessRequest(caller, action, resource))
        .ifPresent(
            denial -> {
              throw new S3Exception(
                  403, "AccessDenied", denial.message(), Map.of("Action", action));
            });
  }

  /** Returns whether the role may know which objects there are. */
  boolean mayList(AssumedRole caller, String bucket) {
    return authorizer
        .deny(new AccessRequest(caller, "s3:ListBucket", ResourcePolicies.BUCKET_ARN + bucket))
        .isEmpty();
  }

  static String resource(S3Address address) {
    if (address.bucket().isEmpty()) {
      return "*";
    }
    String bucket = ResourcePolicies.BUCKET_ARN + address.bucket();
    return address.key().isEmpty() ? bucket : bucket + "/" + address.key();
  }
}

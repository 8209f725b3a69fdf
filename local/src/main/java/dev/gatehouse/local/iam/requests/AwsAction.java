package dev.gatehouse.local.iam.requests;

import java.util.Map;

/**
 * An action of IAM on one resource.
 *
 * @param resource the ARN, or {@code *} for an action without resources
 * @param context the condition keys that the service adds
 */
public record AwsAction(String action, String resource, Map<String, String> context) {

  /** The start of the ARNs of a service's resources, with the service to be filled in. */
  private static final String ARN = "arn:aws:%s:us-east-1:000000000000:";

  AwsAction(String action, String resource) {
    this(action, resource, Map.of());
  }

  /** Returns the start of the ARNs of a service's resources. */
  static String arnPrefix(String service) {
    return ARN.formatted(service);
  }
}

package dev.gatehouse.pulumi.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes ids and ARNs in AWS's forms: the same for the same resource, each time. */
record Arns(String region, String account) {
  /** Is where every name that CloudFront serves is at home. */
  static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  /** Returns this many digits and small letters, told by the URN alone. */
  static String id(String urn, int length) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(urn.getBytes(UTF_8));
      return new BigInteger(1, hash).toString(36).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns a UUID, told by the URN alone. */
  static String uuid(String urn) {
    return UUID.nameUUIDFromBytes(urn.getBytes(UTF_8)).toString();
  }

  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }

  /** Returns the ARN of something that belongs to no region. */
  String globalArn(String service, String resource) {
    return "arn:aws:%s::%s:%s".formatted(service, account, resource);
  }

  /** Returns the address by which API Gateway calls the function or alias with this ARN. */
  String invokeArn(String functionArn) {
    return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(region, functionArn);
  }
}

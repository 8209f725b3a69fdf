package dev.gatehouse.pulumi.plan.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids, names and ARNs in the formats of AWS, derived from URNs: the same on every run. */
public record FakeIdentifiers(String region, String account) {
  /** The hosted zone of all CloudFront distributions. */
  static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  /** Returns an id of digits and lower-case letters. */
  static String id(String urn, int length) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(urn.getBytes(UTF_8));
      return new BigInteger(1, hash).toString(36).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns a UUID. */
  static String uuid(String urn) {
    return UUID.nameUUIDFromBytes(urn.getBytes(UTF_8)).toString();
  }

  /** Returns the configured name, or else one in the format of Pulumi's auto-naming. */
  static String physicalName(RegisteredResource resource) {
    return resource.inputs().has("name")
        ? resource.input("name")
        : "%s-%s".formatted(resource.name(), id(resource.urn(), 7));
  }

  /** Returns the ARN of a resource of a regional service. */
  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }

  /** Returns the ARN of a resource of a global service. */
  String globalArn(String service, String resource) {
    return "arn:aws:%s::%s:%s".formatted(service, account, resource);
  }

  /** Returns the ARN that API Gateway invokes a function or alias by. */
  String invokeArn(String functionArn) {
    return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(region, functionArn);
  }
}

package dev.gatehouse.local.cognito.domains;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The requests for domains of user pools and their results. */
public final class DomainRequest {
  /** The constraint on a domain: a prefix or a whole domain. */
  public static final Constraint DOMAIN =
      new Text(1, 63, Pattern.compile("[a-z0-9](?:[a-z0-9\\-.]{0,61}[a-z0-9])?"), false);

  private DomainRequest() {}

  /** Returns the shape of a request for a domain of a user pool, without its settings. */
  public static RequestShape.Builder shape() {
    return RequestShape.builder()
        .required("Domain", DOMAIN)
        .required("UserPoolId", MemberConstraints.USER_POOL_ID);
  }

  /** Returns the shape of a request with the settings of a domain. */
  public static RequestShape shapeWithSettings() {
    Constraint arn = new Text(20, 2048, null, false);
    return shape()
        .optional("ManagedLoginVersion", new Whole(1, 2))
        .optional(
            "CustomDomainConfig",
            new Structure(Map.of("CertificateArn", arn), List.of("CertificateArn")))
        .build();
  }

  /** Returns the domain of a request with its settings. */
  public static PoolDomain domain(AwsRequest request) {
    return new PoolDomain(
        request.text("Domain"),
        request
            .structure("CustomDomainConfig")
            .map(config -> config.text("CertificateArn"))
            .orElse(null),
        request.number("ManagedLoginVersion").orElse(1));
  }

  /** Returns the result of a change: a custom domain has a distribution to be aliased. */
  public static JsonObject result(PoolDomain domain) {
    JsonObject result = Json.object("ManagedLoginVersion", domain.managedLoginVersion());
    if (domain.isCustom()) {
      result.addProperty("CloudFrontDomain", distribution(domain));
    }
    return result;
  }

  /** Returns the description of a domain. */
  public static JsonObject description(String poolId, PoolDomain domain) {
    JsonObject config = new JsonObject();
    if (domain.certificateArn() != null) {
      config.addProperty("CertificateArn", domain.certificateArn());
    }
    return Json.object(
        "UserPoolId",
        poolId,
        "AWSAccountId",
        "000000000000",
        "Domain",
        domain.name(),
        "S3Bucket",
        "aws-cognito-prod-iad-assets",
        "CloudFrontDistribution",
        distribution(domain),
        "Version",
        "20260101000000",
        "Status",
        "ACTIVE",
        "CustomDomainConfig",
        config,
        "ManagedLoginVersion",
        domain.managedLoginVersion());
  }

  private static String distribution(PoolDomain domain) {
    return "d" + Integer.toHexString(domain.name().hashCode()) + ".cloudfront.net";
  }
}

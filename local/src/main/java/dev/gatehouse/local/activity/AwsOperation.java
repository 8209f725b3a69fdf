package dev.gatehouse.local.activity;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation that a request on the AWS port names.
 *
 * @param service the name of the service in signatures, such as {@code cognito-idp}
 * @param name the operation, such as {@code SignUp}; for a page its method and path
 */
public record AwsOperation(String service, String name) {

  private static final Map<String, String> BY_TARGET =
      Map.of(
          "AWSCognitoIdentityProviderService", "cognito-idp",
          "DynamoDB_20120810", "dynamodb",
          "TrentService", "kms",
          "AmazonSQS", "sqs");

  /** The credential scope of Signature Version 4: access key, date, Region, service. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=[^/,]*/\\d{8}/[^/,]*/([^/,]+)/aws4_request");

  /** The same for S3, in the header or in the query of a presigned URL. */
  private static final Pattern S3_CREDENTIAL = Pattern.compile("/\\d{8}/[^/,]*/s3/aws4_request");

  private static final Pattern INVOKE =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations/?");

  /** Returns the operation of a request; one without a target or an action is named by its path. */
  public static AwsOperation of(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    if (!target.isEmpty()) {
      String[] parts = target.split("\\.", 2);
      return new AwsOperation(
          BY_TARGET.getOrDefault(parts[0], parts[0]), parts.length == 2 ? parts[1] : "");
    }
    return isS3(request) ? s3(request) : action(request);
  }

  private static boolean isS3(Request request) {
    return S3_CREDENTIAL
        .matcher(
            request
                .header("Authorization")
                .or(() -> request.parameter("X-Amz-Credential"))
                .orElse(""))
        .find();
  }

  /** Returns the operation on an object; one on a bucket is named by its method and path. */
  private static AwsOperation s3(Request request) {
    boolean copies = request.header("x-amz-copy-source").isPresent();
    String name =
        switch (request.method()) {
          case "GET" -> request.parameter("list-type").isPresent() ? "ListObjectsV2" : "GetObject";
          case "HEAD" -> "HeadObject";
          case "PUT" -> copies ? "CopyObject" : "PutObject";
          case "DELETE" -> "DeleteObject";
          default -> request.method() + " " + request.path();
        };
    return new AwsOperation("s3", name);
  }

  private static AwsOperation action(Request request) {
    String action = request.parameter("Action").orElseGet(() -> field(request, "Action"));
    if (!action.isEmpty()) {
      Matcher credential = CREDENTIAL.matcher(request.header("Authorization").orElse(""));
      return new AwsOperation(credential.find() ? credential.group(1) : "ses", action);
    }
    String path = request.path();
    if (path.startsWith("/2015-03-31/")) {
      return new AwsOperation(
          "lambda", INVOKE.matcher(path).matches() ? "Invoke" : request.method() + " " + path);
    }
    if (path.startsWith("/v2/email/")) {
      return new AwsOperation(
          "ses",
          path.equals("/v2/email/outbound-emails") ? "SendEmail" : request.method() + " " + path);
    }
    return new AwsOperation("cognito-idp", request.method() + " " + path);
  }

  private static String field(Request request, String name) {
    boolean form =
        request
            .header("Content-Type")
            .filter(
                type ->
                    type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
            .isPresent();
    try {
      return form && request.path().equals("/")
          ? UrlEncoded.decode(request.text()).getOrDefault(name, List.of("")).getFirst()
          : "";
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  @Override
  public String toString() {
    return service + " " + name;
  }
}

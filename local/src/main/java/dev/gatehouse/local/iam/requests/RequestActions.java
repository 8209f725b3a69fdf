package dev.gatehouse.local.iam.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The actions that a request on the AWS port needs, and the service that it is for. */
public final class RequestActions {

  /**
   * The service of a request, with the actions that it needs.
   *
   * @param actions empty if the operation needs none, or if the service refuses the request
   */
  public record ServiceActions(AwsApi api, List<AwsAction> actions) {}

  /** The APIs on the AWS port whose requests are evaluated. */
  public enum AwsApi {
    COGNITO,
    DYNAMODB,
    IAM,
    KMS,
    LAMBDA,
    SES,
    SES_V2,
    SQS,
    SQS_QUERY
  }

  private static final String OPERATION = "X-Amz-Target";

  private final KmsActions kms;
  private final SesActions ses;

  /**
   * Creates the mapping.
   *
   * @param keyArn the ARN of the key that a request of KMS uses
   * @param identityOf the verified identity that covers a sender
   */
  public RequestActions(
      Function<JsonObject, Optional<String>> keyArn, UnaryOperator<String> identityOf) {
    this.kms = new KmsActions(keyArn);
    this.ses = new SesActions(identityOf);
  }

  /** Returns what a request needs, or an empty Optional if IAM has no say in it. */
  public Optional<ServiceActions> of(Request request, String signedService) {
    String target = request.header(OPERATION).orElse("");
    if (!target.isEmpty()) {
      return byTarget(target, RequestMembers.of(request.text()));
    }
    if (request.path().startsWith("/2015-03-31/")) {
      return Optional.of(new ServiceActions(AwsApi.LAMBDA, LambdaActions.of(request)));
    }
    if (request.path().startsWith("/v2/email/")) {
      return Optional.of(new ServiceActions(AwsApi.SES_V2, ses.of(request)));
    }
    // S3 checks signature and permissions itself: those of presigned URLs are in the query.
    return signedService.equals("s3") ? Optional.empty() : form(request, signedService);
  }

  private Optional<ServiceActions> byTarget(String target, RequestMembers members) {
    String operation = target.substring(target.indexOf('.') + 1);
    return switch (target.substring(0, Math.max(target.indexOf('.'), 0))) {
      case "AWSCognitoIdentityProviderService" ->
          Optional.of(new ServiceActions(AwsApi.COGNITO, CognitoActions.of(operation, members)));
      case "DynamoDB_20120810" ->
          Optional.of(new ServiceActions(AwsApi.DYNAMODB, DynamoDbActions.of(operation, members)));
      case "TrentService" ->
          Optional.of(new ServiceActions(AwsApi.KMS, kms.of(operation, members)));
      case "AmazonSQS" ->
          Optional.of(new ServiceActions(AwsApi.SQS, SqsActions.of(operation, members::text)));
      default -> Optional.empty();
    };
  }

  private Optional<ServiceActions> form(Request request, String service) {
    try {
      QueryRequest form = QueryRequest.of(request);
      return switch (service) {
        case "ses", "email" -> Optional.of(new ServiceActions(AwsApi.SES, ses.of(form)));
        case "sqs" ->
            Optional.of(
                new ServiceActions(
                    AwsApi.SQS_QUERY,
                    SqsActions.of(
                        form.action(),
                        member ->
                            member.equals("QueueUrl")
                                ? form.optional(member).or(() -> queuePath(request))
                                : form.optional(member))));
        case "iam" ->
            Optional.of(
                new ServiceActions(
                    AwsApi.IAM,
                    List.of(
                        new AwsAction(
                            "iam:" + form.action(),
                            form.optional("RoleName")
                                .map(role -> "arn:aws:iam::000000000000:role/" + role)
                                .orElse("*")))));
        default -> Optional.empty();
      };
    } catch (QueryError e) {
      return Optional.empty();
    }
  }

  private static Optional<String> queuePath(Request request) {
    return Optional.of(request.path()).filter(path -> path.length() > 1);
  }
}

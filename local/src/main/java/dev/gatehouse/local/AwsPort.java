package dev.gatehouse.local;

import com.google.gson.JsonObject;
import dev.gatehouse.local.clock.ClockEndpoint;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.cognito.UserPoolDomain;
import dev.gatehouse.local.cognito.imports.UserImportJobs;
import dev.gatehouse.local.dynamodb.DynamoDbTables;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.AccessCheck;
import dev.gatehouse.local.iam.AccessEndpoint;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.operations.IamEndpoint;
import dev.gatehouse.local.iam.operations.IdentityPolicies;
import dev.gatehouse.local.iam.operations.KeyPolicies;
import dev.gatehouse.local.iam.requests.RequestActions;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.s3.S3;
import dev.gatehouse.local.scheduler.Schedules;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.sqs.Sqs;
import dev.gatehouse.local.sts.Sts;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The dispatch of requests on the AWS port to services, by target, path and form. */
final class AwsPort implements Service {

  private static final Pattern WELL_KNOWN = Pattern.compile("/[^/]+/\\.well-known/[^/]+");

  /** The path of a queue, to which old clients of SQS send forms. */
  private static final Pattern QUEUE_URL = Pattern.compile("/\\d{12}/[^/]+");

  /**
   * The services on the AWS port.
   *
   * @param isForS3 whether a request is for S3, which has paths of all forms
   */
  record AwsServices(
      Service cognito,
      Service domain,
      Service dynamoDb,
      Service kms,
      Service lambda,
      Service sqs,
      Service query,
      Service ses,
      Service s3,
      Predicate<Request> isForS3,
      Service inbox,
      Service info,
      Service clock,
      Service iam,
      Service schedules,
      Service console) {}

  /** The services of the AWS account of a plan. */
  record Account(
      Iam iam,
      DynamoDbTables dynamoDb,
      Lambda lambda,
      Sqs sqs,
      Ses ses,
      S3 s3,
      Kms kms,
      Cognito cognito) {

    /** Returns the port of the services, which refuses callers that lack a permission. */
    AwsPort port(Plan plan, EmulatorInfo info, ClockEndpoint clock, Service console) {
      iam.resourcePolicies().ofFunctions(lambda.policy()::document);
      return new AwsPort(
          new AwsServices(
              cognito,
              cognito.domain(),
              dynamoDb,
              new KeyPolicies(kms, iam.resourcePolicies(), kms::keyArn),
              lambda,
              sqs,
              queries(),
              ses,
              s3,
              s3::isFor,
              ses.inbox(),
              info,
              clock,
              new AccessEndpoint(iam, lambda.logs()::traces),
              new Schedules(plan, iam.authorizer(), lambda, sqs::send),
              console),
          new AccessCheck(iam, new RequestActions(kms::keyArn, ses::identityOf))::refuse);
    }

    private QueryServices queries() {
      return new QueryServices(
          ses,
          new Sts(iam.sessions()),
          sqs,
          new IamEndpoint(iam, InstantSource.system()),
          new IdentityPolicies(iam.resourcePolicies()));
    }
  }

  private final AwsServices services;
  private final Function<Request, Optional<Response>> access;

  /**
   * Creates the port.
   *
   * @param access the check of a caller's permissions, which returns the refusal
   */
  AwsPort(AwsServices services, Function<Request, Optional<Response>> access) {
    this.services = services;
    this.access = access;
  }

  @Override
  public Response handle(Request request) {
    return access.apply(request).orElseGet(() -> dispatch(request));
  }

  private Response dispatch(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    return target.isEmpty() ? byPath(request) : byTarget(target, request);
  }

  private Response byTarget(String target, Request request) {
    return switch (target.split("\\.", 2)[0]) {
      case "AWSCognitoIdentityProviderService" -> services.cognito().handle(request);
      case "DynamoDB_20120810" -> services.dynamoDb().handle(request);
      case "TrentService" -> services.kms().handle(request);
      case "AmazonSQS" -> services.sqs().handle(request);
      default -> unknown(400, "The local emulator has no service for the X-Amz-Target " + target);
    };
  }

  private Response byPath(Request request) {
    if (services.isForS3().test(request)) {
      return services.s3().handle(request);
    }
    return switch (request.path()) {
      case "/_aws/ses" -> services.inbox().handle(request);
      case "/_gatehouse" -> services.info().handle(request);
      case "/_gatehouse/clock" -> services.clock().handle(request);
      case "/_gatehouse/iam" -> services.iam().handle(request);
      case "/" -> atRoot(request);
      default -> atOtherPath(request);
    };
  }

  private Response atRoot(Request request) {
    if (request.method().equals("POST") || request.parameter("Action").isPresent()) {
      return isForm(request) || request.parameter("Action").isPresent()
          ? services.query().handle(request)
          : unknown(400, "POST / requires the header X-Amz-Target or a form with the field Action");
    }
    return services.console().handle(request);
  }

  private Response atOtherPath(Request request) {
    if (request.path().startsWith(Schedules.PATH)) {
      return services.schedules().handle(request);
    }
    if (request.path().startsWith("/_gatehouse/")) {
      return services.console().handle(request);
    }
    if (request.path().startsWith("/2015-03-31/")) {
      return services.lambda().handle(request);
    }
    if (WELL_KNOWN.matcher(request.path()).matches() || UserImportJobs.isUpload(request)) {
      return services.cognito().handle(request);
    }
    if (UserPoolDomain.isEndpoint(request.path()) || UserPoolDomain.isPage(request.path())) {
      return services.domain().handle(request);
    }
    if (request.path().startsWith("/v2/email/")) {
      return services.ses().handle(request);
    }
    if (QUEUE_URL.matcher(request.path()).matches() && isForm(request)) {
      return services.query().handle(request);
    }
    return unknown(
        404,
        "%s %s is not an endpoint of the AWS port; the console is at /"
            .formatted(request.method(), request.path()));
  }

  private static boolean isForm(Request request) {
    return request
        .header("Content-Type")
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private static Response unknown(int status, String message) {
    JsonObject body = new JsonObject();
    body.addProperty("__type", "UnknownOperationException");
    body.addProperty("message", message);
    return Response.of(status, "application/x-amz-json-1.1", body.toString())
        .with("x-amzn-ErrorType", "UnknownOperationException");
  }
}

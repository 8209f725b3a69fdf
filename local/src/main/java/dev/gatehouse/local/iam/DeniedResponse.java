package dev.gatehouse.local.iam;

import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.iam.requests.RequestActions.AwsApi;
import java.util.Locale;
import java.util.UUID;

/** The refusal of a request in the protocol and with the words of its service. */
final class DeniedResponse {

  private static final String TYPE = "AccessDeniedException";
  private static final String CORAL_TYPE = "com.amazon.coral.service#" + TYPE;
  private static final QueryXml SES = new QueryXml("http://ses.amazonaws.com/doc/2010-12-01/");
  private static final QueryXml SQS = new QueryXml("http://queue.amazonaws.com/doc/2012-11-05/");
  private static final QueryXml IAM = new QueryXml("https://iam.amazonaws.com/doc/2010-05-08/");

  private DeniedResponse() {}

  static Response of(AwsApi api, Denial denial) {
    return switch (api) {
      case COGNITO, KMS -> json(400, "1.1", TYPE, denial.message());
      case DYNAMODB -> json(400, "1.0", CORAL_TYPE, denial.message());
      case SQS ->
          json(403, "1.0", CORAL_TYPE, sqsMessage(denial))
              .with("x-amzn-query-error", "AccessDenied;Sender");
      case SQS_QUERY -> SQS.error(403, "AccessDenied", sqsMessage(denial));
      case SES -> SES.error(403, "AccessDenied", denial.sesMessage());
      case IAM -> IAM.error(403, "AccessDenied", denial.message());
      case SES_V2 -> rest("message", denial.sesMessage());
      case LAMBDA -> rest("Message", denial.message());
    };
  }

  /** SQS writes actions in lower case. */
  private static String sqsMessage(Denial denial) {
    return denial.message(denial.request().action().toLowerCase(Locale.ROOT));
  }

  private static Response json(int status, String version, String type, String message) {
    return Response.of(
            status,
            "application/x-amz-json-" + version,
            Json.text(Json.object("__type", type, "Message", message)))
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static Response rest(String member, String message) {
    return Response.of(403, "application/json", Json.text(Json.object(member, message)))
        .with("x-amzn-RequestId", UUID.randomUUID().toString())
        .with("x-amzn-ErrorType", TYPE);
  }
}

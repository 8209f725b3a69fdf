package dev.gatehouse.local;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.operations.IdentityPolicies;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dispatch of forms with an {@code Action} to services, by the service that the signature
 * names, or else by the API version. A service that the emulator does not have is refused by name.
 */
record QueryServices(Service ses, Service sts, Service sqs, Service iam, Service identityPolicies)
    implements Service {

  /** The credential scope of Signature Version 4: access key, date, Region, service. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=[^/,]*/\\d{8}/[^/,]*/([^/,]+)/aws4_request");

  private static final String SES_VERSION = "2010-12-01";

  /** The namespace of errors that belong to no service. */
  private static final QueryXml XML =
      new QueryXml("http://webservices.amazon.com/AWSFault/2005-15-09");

  @Override
  public Response handle(Request request) {
    try {
      QueryRequest query = QueryRequest.of(request);
      String service = service(request, query);
      return switch (service) {
        case "ses", "email", SES_VERSION ->
            (IdentityPolicies.has(query.action()) ? identityPolicies : ses).handle(request);
        case "iam", "2010-05-08" -> iam.handle(request);
        case "sts", "2011-06-15" -> sts.handle(request);
        case "sqs", "2012-11-05" -> sqs.handle(request);
        default ->
            XML.error(
                "InvalidAction",
                "The local emulator does not support the action %s of %s; %s"
                    .formatted(
                        query.action(), service, OperationsTable.reference("on-the-aws-port")));
      };
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** Returns the name of the signed service, or the API version; a form without both is for SES. */
  private static String service(Request request, QueryRequest query) {
    Matcher credential = CREDENTIAL.matcher(request.header("Authorization").orElse(""));
    return credential.find() ? credential.group(1) : query.optional("Version").orElse(SES_VERSION);
  }
}

package dev.gatehouse.local.sts;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.RoleSessions;

/**
 * AWS STS with one operation, GetCallerIdentity: functions are sessions of their roles, and every
 * other caller is the account's root user.
 */
public record Sts(RoleSessions sessions) implements Service {

  private static final QueryXml XML = new QueryXml("https://sts.amazonaws.com/doc/2011-06-15/");
  private static final String ACCOUNT = "000000000000";

  @Override
  public Response handle(Request request) {
    try {
      String action = QueryRequest.of(request).action();
      if (!action.equals("GetCallerIdentity")) {
        throw new QueryError(
            "InvalidAction",
            "Could not find operation %s for version 2011-06-15; %s"
                .formatted(action, OperationsTable.reference("sts")));
      }
      String caller =
          sessions
              .of(request)
              .map(signed -> signed.session().name())
              .orElse("arn:aws:iam::%s:root".formatted(ACCOUNT));
      return XML.success(
          action,
          xml -> {
            QueryXml.text("Arn", caller).write(xml);
            QueryXml.text("UserId", ACCOUNT).write(xml);
            QueryXml.text("Account", ACCOUNT).write(xml);
          });
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    }
  }
}

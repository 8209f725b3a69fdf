package dev.gatehouse.local.sts;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;

/** AWS STS with one operation, GetCallerIdentity: every caller is the account's root user. */
public final class Sts implements Service {

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
      return XML.success(
          action,
          xml -> {
            QueryXml.text("Arn", "arn:aws:iam::%s:root".formatted(ACCOUNT)).write(xml);
            QueryXml.text("UserId", ACCOUNT).write(xml);
            QueryXml.text("Account", ACCOUNT).write(xml);
          });
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    }
  }
}

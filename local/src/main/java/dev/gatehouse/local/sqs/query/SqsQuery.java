package dev.gatehouse.local.sqs.query;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.sqs.queues.SqsErrors;

/** The adapter of the Query protocol to the operations of the JSON protocol. */
public record SqsQuery(OperationRegistry operations) implements Service {

  private static final QueryXml XML = new QueryXml("http://queue.amazonaws.com/doc/2012-11-05/");

  @Override
  public Response handle(Request request) {
    try {
      QueryRequest query = QueryRequest.of(request);
      JsonObject members = FormMembers.json(query);
      if (!members.has("QueueUrl") && !request.path().equals("/")) {
        members.addProperty("QueueUrl", request.path());
      }
      JsonElement result = operations.execute(query.action(), members);
      return XML.success(query.action(), ResultXml.of(query.action(), result.getAsJsonObject()));
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    } catch (AwsException e) {
      return XML.error(SqsErrors.queryCode(e), e.text());
    }
  }
}

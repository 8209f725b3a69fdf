package dev.gatehouse.local.state;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Services whose changes are stored before the response: a response that says that something
 * happened is never lost. If it cannot be stored, as on a full disk, it has not happened, and the
 * response says why.
 */
public record StoredRequests(Service services, StateStore state) implements Service {

  private static final Logger LOG = System.getLogger(StoredRequests.class.getName());
  private static final int STATUS = 500;
  private static final String ERROR = "InternalFailure";
  private static final QueryXml XML =
      new QueryXml("http://webservices.amazon.com/AWSFault/2005-15-09");

  @Override
  public Response handle(Request request) {
    try {
      return state.request(() -> services.handle(request));
    } catch (StoreNotWritable e) {
      String message = String.valueOf(e.getMessage());
      LOG.log(Level.ERROR, message);
      return error(request, message);
    }
  }

  private static Response error(Request request, String message) {
    boolean form =
        request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    if (form) {
      Response xml = XML.error(ERROR, message);
      return new Response(STATUS, xml.headers(), xml.body());
    }
    JsonObject body = new JsonObject();
    body.addProperty("__type", ERROR);
    body.addProperty("message", message);
    return Response.of(STATUS, "application/x-amz-json-1.1", body.toString())
        .with("x-amzn-ErrorType", ERROR);
  }
}

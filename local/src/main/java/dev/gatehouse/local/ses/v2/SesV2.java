package dev.gatehouse.local.ses.v2;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.MessageRejected;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Amazon SES v2: SendEmail and the operations on identities. */
public final class SesV2 implements Service {

  /** The start of every path. */
  public static final String PATH = "/v2/email/";

  /** The errors of SES v2 for those of SES v1 that have another name. */
  private static final Map<String, String> TYPES =
      Map.of(
          "AlreadyExists", "AlreadyExistsException",
          "ConfigurationSetDoesNotExist", "NotFoundException",
          "TemplateDoesNotExist", "NotFoundException");

  private final SendEmailV2 sendEmail;
  private final EmailIdentities identities;

  /** Creates the API of this account. */
  public SesV2(SesAccount account) {
    sendEmail = new SendEmailV2(account);
    identities = new EmailIdentities(account.identities());
  }

  @Override
  public Response handle(Request request) {
    try {
      return response(200, execute(request));
    } catch (QueryError e) {
      return error(
          400, TYPES.getOrDefault(e.code(), "BadRequestException"), String.valueOf(e.getMessage()));
    } catch (MessageRejected e) {
      return error(400, "MessageRejected", String.valueOf(e.getMessage()));
    } catch (AwsException e) {
      return error(e.status(), e.type(), e.text());
    }
  }

  private JsonObject execute(Request request) {
    String resource = request.path().substring(PATH.length());
    String name =
        resource.startsWith("identities/")
            ? URLDecoder.decode(resource.substring("identities/".length()), StandardCharsets.UTF_8)
            : "";
    String operation = request.method() + " " + (name.isEmpty() ? resource : "identities/{name}");
    return switch (operation) {
      case "POST outbound-emails" -> sendEmail.execute(members(request));
      case "POST identities" -> identities.create(members(request));
      // Newer SDKs send a POST with the filter in the body.
      case "GET identities", "POST list-identities" -> identities.list();
      case "GET identities/{name}" -> identities.get(name);
      case "DELETE identities/{name}" -> identities.delete(name);
      default ->
          throw new AwsException(
              "UnknownOperationException",
              "The local emulator's SES v2 has no operation at %s %s; %s"
                  .formatted(request.method(), request.path(), OperationsTable.reference("ses")));
    };
  }

  private static AwsRequest members(Request request) {
    if (AwsRequest.parse(request.text()) instanceof JsonObject members) {
      return new AwsRequest(members);
    }
    throw AwsException.serialization("The body is not a JSON object.");
  }

  private static Response error(int status, String type, String message) {
    return response(
            type.equals("NotFoundException") ? 404 : status, Json.object("message", message))
        .with("x-amzn-ErrorType", type);
  }

  private static Response response(int status, JsonObject body) {
    return Response.of(status, "application/json", Json.text(body))
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}

package dev.gatehouse.local.awsjson;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;

/** The JSON protocols of AWS services, each with its form of results and errors. */
public enum AwsProtocol {
  /** JSON 1.0, which SQS and DynamoDB use. */
  AWS_JSON_1_0("application/x-amz-json-1.0"),
  /** JSON 1.1, which Cognito and KMS use. */
  AWS_JSON_1_1("application/x-amz-json-1.1"),
  /** REST with JSON bodies, which Lambda uses. */
  REST_JSON("application/json");

  private final String contentType;

  AwsProtocol(String contentType) {
    this.contentType = contentType;
  }

  /** Returns the response to a successful operation; JSON null means an empty body. */
  public Response success(JsonElement result) {
    return response(200, result.isJsonNull() ? "" : Json.text(result));
  }

  /** Returns the response that carries this error. */
  public Response error(AwsException error) {
    Response response = response(error.status(), Json.text(body(error)));
    if (this == REST_JSON) {
      response = response.with("x-amzn-ErrorType", error.type());
    }
    for (var header : error.headers().entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  private JsonObject body(AwsException error) {
    JsonObject body =
        this == REST_JSON ? Json.object("Type", "User") : Json.object("__type", error.type());
    if (error.getMessage() != null) {
      body.addProperty(this == REST_JSON ? "Message" : "message", error.getMessage());
    }
    return body;
  }

  private Response response(int status, String body) {
    return Response.of(status, contentType, body)
        .with("x-amzn-requestid", UUID.randomUUID().toString());
  }
}

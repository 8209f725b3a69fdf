package dev.gatehouse.integrationtests.clients;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An HTTP response with a text body. */
public record TextResponse(int status, HttpHeaders headers, String body) {

  /** Returns the status, headers and body of a response. */
  public static TextResponse of(HttpResponse<String> response) {
    return new TextResponse(response.statusCode(), response.headers(), response.body());
  }

  /** Returns the body as JSON. */
  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** Returns the code of a problem response. */
  public String code() {
    return json().get("code").getAsString();
  }
}

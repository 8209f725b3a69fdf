package dev.gatehouse.integrationtests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What came back over HTTP. */
record Answer(int status, HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** Returns the problem's code for programs. */
  String code() {
    return json().get("code").getAsString();
  }
}

package dev.gatehouse.integrationtests;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The product's own client: what a web page would send to the API. */
final class SignUpClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final URI api;

  SignUpClient(Machine machine) {
    this.api = machine.api();
  }

  Answer signUp(Person person) {
    JsonObject body = username(person);
    body.addProperty("password", person.password());
    return post("/user", body);
  }

  Answer validate(Person person, String code) {
    JsonObject body = username(person);
    body.addProperty("code", code);
    return post("/user/validate", body);
  }

  Answer resend(Person person) {
    return post("/user/resend", username(person));
  }

  Answer profile(String accessToken) {
    return send(request("/user/profile").header("Authorization", "Bearer " + accessToken));
  }

  Answer change(String accessToken, String body) {
    return send(
        request("/user/profile")
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  Answer profileByBody(String accessToken) {
    JsonObject body = new JsonObject();
    body.addProperty("access_token", accessToken);
    return post("/user/profile", body);
  }

  Answer post(String path, JsonObject body) {
    return post(path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  Answer post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject username(Person person) {
    JsonObject body = new JsonObject();
    body.addProperty("username", person.email());
    return body;
  }
}

package dev.gatehouse.integrationtests.clients;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the API, such as a web page. */
public final class ApiClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final URI api;

  /** Creates a client for an emulator's API. */
  public ApiClient(LocalEmulator emulator) {
    this.api = emulator.api();
  }

  /** Calls {@code POST /user}. */
  public TextResponse signUp(SignUpUser user) {
    JsonObject body = username(user);
    body.addProperty("password", user.password());
    return post("/user", body);
  }

  /** Calls {@code POST /user} with an {@code Idempotency-Key}. */
  public TextResponse signUp(SignUpUser user, String idempotencyKey) {
    JsonObject body = username(user);
    body.addProperty("password", user.password());
    return send(
        request("/user")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Calls {@code POST /user/validate}. */
  public TextResponse validate(SignUpUser user, String code) {
    JsonObject body = username(user);
    body.addProperty("code", code);
    return post("/user/validate", body);
  }

  /** Calls {@code POST /user/resend}. */
  public TextResponse resend(SignUpUser user) {
    return post("/user/resend", username(user));
  }

  /** Calls {@code GET /user/profile}. */
  public TextResponse profile(String accessToken) {
    return send(request("/user/profile").header("Authorization", "Bearer " + accessToken));
  }

  /** Calls {@code PATCH /user/profile}. */
  public TextResponse changeProfile(String accessToken, String body) {
    return send(
        request("/user/profile")
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  /** Calls {@code DELETE /user}. */
  public TextResponse deleteUser(String accessToken) {
    return send(request("/user").header("Authorization", "Bearer " + accessToken).DELETE());
  }

  /** Calls {@code POST /user/profile}. */
  public TextResponse profileByBody(String accessToken) {
    JsonObject body = new JsonObject();
    body.addProperty("access_token", accessToken);
    return post("/user/profile", body);
  }

  TextResponse post(String path, JsonObject body) {
    return post(path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  /** Sends a body of any type. */
  public TextResponse post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  /** Returns a request to be completed and sent. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  /** Sends a request. */
  public TextResponse send(HttpRequest.Builder request) {
    try {
      return TextResponse.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject username(SignUpUser user) {
    JsonObject body = new JsonObject();
    body.addProperty("username", user.email());
    return body;
  }
}

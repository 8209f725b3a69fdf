package dev.gatehouse.integrationtests.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/** A user who is signed in and has no picture yet. */
public final class PictureUser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String PATH = "/user/profile/picture";

  private final ApiClient api;
  private final String token;
  final String sub;

  /** Signs a new user up and in. */
  public PictureUser(LocalEmulator emulator) {
    api = new ApiClient(emulator);
    SignUpUser user = SignUpUser.create();
    TextResponse created = api.signUp(user);
    sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(api.validate(user, new Inbox(emulator).codeFor(user)).status()).isEqualTo(200);
    token = new AwsAccount(emulator).signIn(user).accessToken();
  }

  /** Returns the response to the question where to upload. */
  TextResponse ask(String contentType, long length) {
    return send(
        "PUT",
        PATH,
        "{\"contentType\":\"%s\",\"contentLength\":%s}".formatted(contentType, length));
  }

  /** Returns the URL to which a file may be uploaded. */
  public URI uploadUrl(String contentType, long length) {
    TextResponse response = ask(contentType, length);
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return URI.create(response.json().getAsJsonObject("upload").get("url").getAsString());
  }

  /** Uploads a file as what it is said to be. */
  public void upload(String contentType, byte[] file) {
    HttpResponse<String> response = put(uploadUrl(contentType, file.length), contentType, file);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** Sends a file to a URL. */
  public static HttpResponse<String> put(URI url, String contentType, byte[] file) {
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofByteArray(file)),
        BodyHandlers.ofString());
  }

  /** Reads a URL. */
  public static HttpResponse<byte[]> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)), BodyHandlers.ofByteArray());
  }

  /** Returns what the API says about the picture. */
  public JsonObject picture() {
    TextResponse response = send("GET", PATH, "");
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.json();
  }

  /** Waits until the API says something about the picture. */
  public JsonObject await(Predicate<JsonObject> condition) throws InterruptedException {
    long start = System.nanoTime();
    JsonObject picture = picture();
    while (!condition.test(picture)) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new AssertionError("The picture stays " + picture.keySet());
      }
      Thread.sleep(50);
      picture = picture();
    }
    return picture;
  }

  /** Waits until there is a picture and returns it. */
  byte[] awaitPicture() throws InterruptedException {
    return get(url(await(it -> it.has("picture")))).body();
  }

  /** Returns the URL of a picture that there is. */
  public static String url(JsonObject picture) {
    return picture.getAsJsonObject("picture").get("url").getAsString();
  }

  /** Sends DELETE to a path of the API. */
  public TextResponse delete(String path) {
    return send("DELETE", path, "");
  }

  private TextResponse send(String method, String path, String body) {
    return api.send(
        api.request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request.timeout(LONGEST).build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.gatehouse.integrationtests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The Invoke operation of Lambda. */
public record FunctionInvoker(LocalEmulator emulator) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * Invokes the function with the given Pulumi name and returns its payload; fails if it has an
   * error.
   */
  public JsonObject invoke(String name, JsonObject event) throws IOException, InterruptedException {
    TextResponse response = send(name, event.toString());
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    return response.json();
  }

  /** Invokes the function with the given Pulumi name, which may return an error. */
  public TextResponse send(String name, String event) throws IOException, InterruptedException {
    String path = "/2015-03-31/functions/" + emulator.function(name) + "/invocations";
    TextResponse response =
        TextResponse.of(
            HTTP.send(
                HttpRequest.newBuilder(emulator.aws().resolve(path))
                    .POST(BodyPublishers.ofString(event))
                    .build(),
                BodyHandlers.ofString()));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response;
  }
}

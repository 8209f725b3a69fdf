package dev.gatehouse.integrationtests.clients;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The faults of an emulator; closing it switches every fault off. */
public final class FaultSwitch implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LocalEmulator emulator;

  private FaultSwitch(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  /** Switches faults on, and every other one off; each is JSON with single quotes. */
  public static FaultSwitch on(LocalEmulator emulator, String... faults) {
    FaultSwitch on = new FaultSwitch(emulator);
    String body = "{\"faults\": [%s]}".formatted(String.join(", ", faults)).replace('\'', '"');
    on.send("PUT", body);
    return on;
  }

  private void send(String method, String body) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(emulator.aws().resolve("/_gatehouse/faults"))
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    send("DELETE", "");
  }
}

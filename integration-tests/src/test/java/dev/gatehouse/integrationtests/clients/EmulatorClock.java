package dev.gatehouse.integrationtests.clients;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The clock of an emulator. */
public final class EmulatorClock {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private EmulatorClock() {}

  /** Moves the clock forward. */
  public static void forward(LocalEmulator emulator, Duration time) throws InterruptedException {
    try {
      int status =
          HTTP.send(
                  HttpRequest.newBuilder(emulator.aws().resolve("/_gatehouse/clock"))
                      .PUT(BodyPublishers.ofString("{\"forward\":\"%s\"}".formatted(time)))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new AssertionError("the clock does not move: " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

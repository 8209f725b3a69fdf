package dev.gatehouse.integrationtests.limits;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row that may come through the queue, at the latest when its message is delivered again. */
record AwaitedRow(LocalEmulator emulator, AwsAccount account) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final Duration DELIVERED_AT_ONCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Returns the row of a user; empty if it does not come. */
  Map<String, AttributeValue> of(String sub) throws InterruptedException {
    Deadline end = Deadline.after(TIME_LIMIT);
    Deadline delivered = Deadline.after(DELIVERED_AT_ONCE);
    boolean moved = false;
    Map<String, AttributeValue> row = account.row(sub);
    while (row.isEmpty() && !end.isOver()) {
      if (!moved && delivered.isOver()) {
        // Its first delivery met the limit too.
        moveTheClock();
        moved = true;
      }
      Thread.sleep(PAUSE);
      row = account.row(sub);
    }
    return row;
  }

  /** Moves the emulator's clock beyond the longest time for which a message is hidden. */
  private void moveTheClock() throws InterruptedException {
    try {
      HTTP.send(
          HttpRequest.newBuilder(emulator.aws().resolve("/_gatehouse/clock"))
              .PUT(BodyPublishers.ofString("{\"forward\":\"PT16M\"}"))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.gatehouse.integrationtests.limits;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.clients.EmulatorClock;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row that may come through the queue, at the latest when its message is delivered again. */
record AwaitedRow(LocalEmulator emulator, AwsAccount account) {
  /** Longer than a message is ever hidden. */
  private static final Duration LONGER_THAN_HIDDEN = Duration.ofMinutes(16);

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
        EmulatorClock.forward(emulator, LONGER_THAN_HIDDEN);
        moved = true;
      }
      Thread.sleep(PAUSE);
      row = account.row(sub);
    }
    return row;
  }
}

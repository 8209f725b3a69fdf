package dev.gatehouse.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.activity.EventHub.ServerEvent;
import dev.gatehouse.local.activity.EventHub.Subscription;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private final EventHub hub = new EventHub();

  @Test
  void everyOpenPageGetsTheEventInTheFormatOfAStream() {
    try (Subscription one = hub.subscribe();
        Subscription two = hub.subscribe()) {
      hub.publish("mail", () -> "<li>\n  text</li>");

      assertThat(one.waiting()).containsExactlyElementsOf(two.waiting()).hasSize(1);
      assertThat(one.waiting().remove().format())
          .isEqualTo("event: mail\ndata: <li>\ndata:   text</li>\n\n");
    }
  }

  @Test
  void rowIsNotRenderedForNobody() {
    hub.subscribe().close();

    hub.publish(
        "mail",
        () -> {
          throw new AssertionError("nobody reads it");
        });
  }

  @Test
  void slowPageIsToldToLoadAgain() {
    try (Subscription slow = hub.subscribe()) {
      for (int i = 0; i < 1001; i++) {
        hub.publish("mail", () -> "row");
      }

      assertThat(slow.waiting()).containsExactly(new ServerEvent("reload", ""));
    }
  }
}

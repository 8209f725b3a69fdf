package dev.gatehouse.local.control;

import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.activity.EventHub.ServerEvent;
import dev.gatehouse.local.activity.EventHub.Subscription;
import dev.gatehouse.local.http.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The stream of server-sent events to a page. */
record EventStream(EventHub hub) {

  /** Often enough that a page learns soon that the emulator is gone, and the emulator the page. */
  private static final long HEARTBEAT_SECONDS = 10;

  Response open(RoutedRequest unused) {
    return Response.streaming("text/event-stream", this::write)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
  }

  private void write(OutputStream out) throws IOException {
    try (Subscription subscription = hub.subscribe()) {
      send(out, "retry: 1000\n\n");
      while (true) {
        ServerEvent event = subscription.waiting().poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        send(out, event == null ? ": still here\n\n" : event.format());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the emulator is stopping");
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

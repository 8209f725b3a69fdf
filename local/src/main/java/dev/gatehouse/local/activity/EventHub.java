package dev.gatehouse.local.activity;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** The distribution of events to the open pages of the console. */
public final class EventHub {

  private static final int MAX_WAITING = 1000;

  /** A server-sent event. */
  public record ServerEvent(String name, String data) {

    /** The event of a page that was too slow to receive every event. */
    private static final ServerEvent RELOAD = new ServerEvent("reload", "");

    /** Returns the event in the format of an event stream. */
    public String format() {
      return "event: "
          + name
          + "\n"
          + data.lines().map(line -> "data: " + line + "\n").reduce("", String::concat)
          + "\n";
    }
  }

  /** An open page. */
  public final class Subscription implements AutoCloseable {

    private final BlockingQueue<ServerEvent> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

    /** Returns the events that wait to be sent. */
    public BlockingQueue<ServerEvent> waiting() {
      return waiting;
    }

    private void offer(ServerEvent event) {
      if (!waiting.offer(event)) {
        waiting.clear();
        boolean unused = waiting.offer(ServerEvent.RELOAD);
      }
    }

    @Override
    public void close() {
      subscriptions.remove(this);
    }
  }

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  /** Starts a subscription. */
  public Subscription subscribe() {
    Subscription subscription = new Subscription();
    subscriptions.add(subscription);
    return subscription;
  }

  /** Sends an event to every open page; its data are not made without one. */
  public void publish(String name, Supplier<String> data) {
    if (subscriptions.isEmpty()) {
      return;
    }
    ServerEvent event = new ServerEvent(name, data.get());
    subscriptions.forEach(subscription -> subscription.offer(event));
  }
}

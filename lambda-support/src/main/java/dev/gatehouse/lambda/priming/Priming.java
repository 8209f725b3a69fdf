package dev.gatehouse.lambda.priming;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.settings.FunctionSettings;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a function before Lambda takes its snapshot, from JSON to JSON, so that the first
 * invocation after a restore waits for no class loading and no TLS handshake.
 *
 * @param <E> the type of the event
 */
public final class Priming<E> implements Resource {
  /** The number of rounds: the second run takes the cached paths; the third confirms them. */
  private static final int ROUNDS = 3;

  /** A longer call means that a service does not respond, and ends priming. */
  private static final long CALL_LIMIT_NANOS = 2_000_000_000;

  /** Strong references: CRaC's context keeps weak ones only. */
  private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

  private final EventJson json = new EventJson();
  private final Class<E> type;
  private final Supplier<? extends RequestHandler<E, ?>> handler;
  private final Supplier<List<String>> events;
  private final Consumer<Throwable> failed;

  /**
   * Creates the priming of a function.
   *
   * @param type the type of the events
   * @param handler a handler like the real one but without side effects, created before a snapshot
   * @param events the events to call it with, created before a snapshot
   * @param failed receives what went wrong; a failed priming stops nothing
   */
  public Priming(
      Class<E> type,
      Supplier<? extends RequestHandler<E, ?>> handler,
      Supplier<List<String>> events,
      Consumer<Throwable> failed) {
    this.type = type;
    this.handler = handler;
    this.events = events;
    this.failed = failed;
  }

  /** Registers the priming with Lambda if a snapshot will be taken. */
  public void registerIn(FunctionSettings settings) {
    if ("snap-start".equals(settings.optional("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      REGISTERED.add(this);
      Core.getGlobalContext().register(this);
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      RequestHandler<E, ?> primed = handler.get();
      List<String> primingEvents = events.get();
      boolean inTime = true;
      for (int round = 0; round < ROUNDS && inTime; round++) {
        inTime = primingEvents.stream().allMatch(event -> completesInTime(primed, event));
      }
    } catch (Throwable failure) {
      // A missing permission or a network failure must not keep a version from being published.
      failed.accept(failure);
    }
  }

  /** Leaves the function as it is: priming closed its connections, and the first call opens one. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private boolean completesInTime(RequestHandler<E, ?> handler, String event) {
    long start = System.nanoTime();
    call(handler, event);
    return System.nanoTime() - start < CALL_LIMIT_NANOS;
  }

  private void call(RequestHandler<E, ?> handler, String event) {
    E read = type.cast(json.fromJson(event, type));
    @Nullable Object response = handler.handleRequest(read, primingContext());
    if (response != null) {
      json.toJson(response, OutputStream.nullOutputStream(), response.getClass());
    }
  }

  private static Context primingContext() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == int.class ? (Object) 1_000 : "priming");
  }
}

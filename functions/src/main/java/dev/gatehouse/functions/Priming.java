package dev.gatehouse.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function before Lambda takes its snapshot, from JSON to JSON, so that the first person
 * after a restore waits for no class, no handshake and no compiler.
 *
 * @param <E> the event, which the function also answers or not
 */
public final class Priming<E> implements Resource {
  /** The second time goes other ways than the first, through what is cached; the third is alike. */
  private static final int TIMES = 3;

  /** After a call of so long, something does not answer; it need not be asked three times. */
  private static final long PATIENCE_NANOS = 2_000_000_000;

  /** Lambda's context remembers weakly what is registered with it. */
  private static final List<Resource> HELD = new CopyOnWriteArrayList<>();

  private final EventJson json = new EventJson();
  private final Class<E> type;
  private final Supplier<? extends RequestHandler<E, ?>> rehearsed;
  private final Supplier<List<String>> events;
  private final Consumer<Throwable> failed;

  /**
   * Takes a function that is like the real one but has no side effects, and events for it, both
   * asked for only before a snapshot; what goes wrong is handed over and stops nothing.
   */
  public Priming(
      Class<E> type,
      Supplier<? extends RequestHandler<E, ?>> rehearsed,
      Supplier<List<String>> events,
      Consumer<Throwable> failed) {
    this.type = type;
    this.rehearsed = rehearsed;
    this.events = events;
    this.failed = failed;
  }

  /** Registers with Lambda where a snapshot will be taken; elsewhere nobody pays for it. */
  public void registerIn(Map<String, String> environment) {
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      HELD.add(this);
      Core.getGlobalContext().register(this);
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      RequestHandler<E, ?> handler = rehearsed.get();
      List<String> rehearsals = events.get();
      boolean inTime = true;
      for (int time = 0; time < TIMES && inTime; time++) {
        inTime = rehearsals.stream().allMatch(event -> isAnsweredInTime(handler, event));
      }
    } catch (Throwable failure) {
      // A missing right or a network that is down must not keep a version from being published.
      failed.accept(failure);
    }
  }

  /** Has nothing to do: every connection was closed, and the first call opens its own. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private boolean isAnsweredInTime(RequestHandler<E, ?> handler, String event) {
    long start = System.nanoTime();
    call(handler, event);
    return System.nanoTime() - start < PATIENCE_NANOS;
  }

  private void call(RequestHandler<E, ?> handler, String event) {
    E read = type.cast(json.fromJson(event, type));
    @Nullable Object answer = handler.handleRequest(read, anyContext());
    if (answer != null) {
      json.toJson(answer, OutputStream.nullOutputStream(), answer.getClass());
    }
  }

  private static Context anyContext() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == int.class ? (Object) 1_000 : "priming");
  }
}

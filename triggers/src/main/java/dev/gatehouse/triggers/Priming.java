package dev.gatehouse.triggers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function before Lambda takes its snapshot, from the runtime's JSON to the runtime's JSON,
 * so that the first person after a restore waits for no class, no handshake and no compiler.
 *
 * @param <E> the event, which the function also answers or not
 */
public final class Priming<E> implements Resource {
  /** The second time goes other ways than the first, through what is cached; the third is alike. */
  private static final int TIMES = 3;

  /** After so long, something does not answer; it need not be asked three times. */
  private static final long PATIENCE_NANOS = 2_000_000_000;

  /** Lambda's context remembers weakly what is registered with it. */
  private static final List<Resource> HELD = new CopyOnWriteArrayList<>();

  private final InvocationLog log;
  private final Class<E> type;
  private final Supplier<? extends RequestHandler<E, ?>> rehearsed;
  private final String event;

  /**
   * Takes a function that is like the real one but has no side effects, and an event for it; what
   * goes wrong is logged and stops nothing.
   */
  public Priming(
      InvocationLog log,
      Class<E> type,
      Supplier<? extends RequestHandler<E, ?>> rehearsed,
      String event) {
    this.log = log;
    this.type = type;
    this.rehearsed = rehearsed;
    this.event = event;
  }

  /** Registers with Lambda where a snapshot will be taken; elsewhere nobody pays for it. */
  public void registerIn(Map<String, String> environment) {
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      HELD.add(this);
      Core.getGlobalContext().register(this);
    }
  }

  /** Returns a log whose lines nobody reads: what is rehearsed has not happened. */
  public static InvocationLog silent(String function) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new InvocationLog(function, Clock.systemUTC(), nowhere);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      RequestHandler<E, ?> handler = rehearsed.get();
      long start = System.nanoTime();
      for (int time = 0; time < TIMES && System.nanoTime() - start < PATIENCE_NANOS; time++) {
        call(handler);
      }
    } catch (Throwable failure) {
      // A missing right or a network that is down must not keep a version from being published.
      log.atStart(Outcome.error("not-primed", "PRIMING_FAILED"), failure);
    }
  }

  /** Has nothing to do: every connection was closed, and the first call opens its own. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private void call(RequestHandler<E, ?> handler) {
    E read = type.cast(json(type).fromJson(event));
    @Nullable Object answer = handler.handleRequest(read, anyContext());
    if (answer != null) {
      json(answer.getClass()).toJson(answer, OutputStream.nullOutputStream());
    }
  }

  /** Returns the reader and writer that the runtime itself uses for the type. */
  private static PojoSerializer<Object> json(Class<?> type) {
    if (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())) {
      @SuppressWarnings("unchecked") // who reads casts, and a writer takes what it was made for
      PojoSerializer<Object> special =
          (PojoSerializer<Object>)
              LambdaEventSerializers.serializerFor(type, type.getClassLoader());
      return special;
    }
    return JacksonFactory.getInstance().getSerializer((java.lang.reflect.Type) type);
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

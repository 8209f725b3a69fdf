package dev.gatehouse.lambda.priming;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a function before Lambda takes its snapshot, from JSON to JSON, so that the first
 * invocation after a restore waits for no class loading and no TLS handshake, and that the next
 * ones run compiled code. A few calls reach AWS's services; the many after them are answered in the
 * process.
 *
 * @param <E> the type of the event
 */
public final class Priming<E> implements Resource {
  /** The number of rounds: the second run takes the cached paths; the third confirms them. */
  private static final int ROUNDS = 3;

  /**
   * The time after which no further round starts. Lambda allows 130 seconds for an init with
   * SnapStart, and a function of 1024 MB has 0.6 of a processor meanwhile:
   * docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
   */
  private static final long REPLAY_LIMIT_NANOS = 60_000_000_000L;

  /** Set by Lambda's runtime at each invocation; the AWS SDK sends it with each request. */
  private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

  private static final String TRACE = "Root=1-00000000-000000000000000000000000;Sampled=0";

  private static volatile boolean replaying;

  /** What leaves the snapshot without traces of priming, run once. */
  private static final AtomicReference<Runnable> AFTERWARDS = new AtomicReference<>(() -> {});

  /** A longer call means that a service does not respond, and ends priming. */
  private static final long CALL_LIMIT_NANOS = 2_000_000_000;

  /** Strong references: CRaC's context keeps weak ones only. */
  private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

  private final EventJson json = new EventJson();
  private final Class<E> type;
  private final Supplier<? extends RequestHandler<E, ?>> handler;
  private final Supplier<List<String>> events;
  private final Consumer<Throwable> failed;
  private final int rounds;
  private final int replayedRounds;

  /**
   * Creates the priming of a function, with {@value #ROUNDS} rounds and none that is replayed.
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
    this(type, handler, events, failed, ROUNDS, 0);
  }

  private Priming(
      Class<E> type,
      Supplier<? extends RequestHandler<E, ?>> handler,
      Supplier<List<String>> events,
      Consumer<Throwable> failed,
      int rounds,
      int replayedRounds) {
    this.type = type;
    this.handler = handler;
    this.events = events;
    this.failed = failed;
    this.rounds = rounds;
    this.replayedRounds = replayedRounds;
  }

  /** Returns the same priming with so many further rounds, in which no call leaves the process. */
  public Priming<E> replaying(int rounds) {
    return with(ROUNDS, rounds);
  }

  private Priming<E> with(int rounds, int replayed) {
    return new Priming<>(type, handler, events, failed, rounds, replayed);
  }

  /**
   * Registers the priming with Lambda if a snapshot will be taken. {@code PRIMING_ROUNDS} is the
   * number of replayed rounds, by default none; {@code once} is a single round in all, for the
   * local emulator, where no snapshot follows and the first caller waits for the end.
   *
   * @throws InvalidSetting if that is not a number from 0 to 9999
   */
  public void registerIn(FunctionSettings settings) {
    if ("snap-start".equals(settings.optional("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Priming<E> registered = configured(settings);
      REGISTERED.add(registered);
      Core.getGlobalContext().register(registered);
    }
  }

  /** Returns the same priming with the rounds of the settings. */
  Priming<E> configured(FunctionSettings settings) {
    boolean once = "once".equals(settings.optional("PRIMING_ROUNDS"));
    return once ? with(1, 0) : replaying(rounds(settings));
  }

  private static int rounds(FunctionSettings settings) {
    String rounds = settings.optional("PRIMING_ROUNDS", "0");
    if (!rounds.matches("\\d{1,4}")) {
      throw new InvalidSetting("PRIMING_ROUNDS", "must be a number from 0 to 9999");
    }
    return Integer.parseInt(rounds);
  }

  /** Returns whether no call may leave the process now. */
  public static boolean isReplaying() {
    return replaying;
  }

  /** Sets what runs once at the end of priming, however it ends. */
  public static void afterwards(Runnable cleanUp) {
    AFTERWARDS.set(cleanUp);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      RequestHandler<E, ?> primed = handler.get();
      List<String> primingEvents = events.get();
      boolean inTime = true;
      for (int round = 0; round < rounds && inTime; round++) {
        inTime = primingEvents.stream().allMatch(event -> completesInTime(primed, event));
      }
      if (inTime) {
        replay(primed, primingEvents);
      }
    } catch (Throwable failure) {
      // A missing permission or a network failure must not keep a version from being published.
      failed.accept(failure);
    } finally {
      AFTERWARDS.getAndSet(() -> {}).run();
    }
  }

  /** Leaves the function as it is: priming closed its connections, and the first call opens one. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  /** Runs further rounds, so that the just-in-time compiler finds what every call runs. */
  private void replay(RequestHandler<E, ?> primed, List<String> primingEvents) {
    long start = System.nanoTime();
    replaying = true;
    System.setProperty(TRACE_HEADER, TRACE);
    try {
      for (int round = 0;
          round < replayedRounds && System.nanoTime() - start < REPLAY_LIMIT_NANOS;
          round++) {
        primingEvents.forEach(event -> call(primed, event));
      }
    } finally {
      System.clearProperty(TRACE_HEADER);
      replaying = false;
    }
  }

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

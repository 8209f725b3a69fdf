package dev.gatehouse.triggers.postconfirmation;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.RecordedLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.crac.Core;

/** A process that primes the function, then writes what a snapshot of it would contain. */
public final class PrimedSnapshot {
  private static final FunctionSettings SETTINGS = settings("users");

  private static final int REPLAYED = 40;
  private static final int TENTHS = 100;

  private PrimedSnapshot() {}

  /** Writes the live objects to a file; arguments: that file, the port of the table. */
  public static void main(String[] args) throws Exception {
    PostConfirmationHandler handler =
        new PostConfirmationHandler(
            PostConfirmationHandler.copies(SETTINGS),
            () -> PostConfirmationHandler.lastAttempt(SETTINGS),
            row -> {},
            PasswordNotices.NONE,
            RecordedLog.CLOCK,
            InvocationLog.silent("post-confirmation"));
    // Loads the classes: on a busy computer that takes so long that priming gives up.
    PostConfirmationPriming.of(settings("any")).beforeCheckpoint(Core.getGlobalContext());
    PostConfirmationPriming.of(SETTINGS)
        .replaying(REPLAYED)
        .beforeCheckpoint(Core.getGlobalContext());
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(args[0], true);
    System.out.println("connections " + connectionsLeft(Integer.parseInt(args[1])));
    System.out.println("servers " + serversLeft());
    System.out.println(histogram());
    // Alive to the end, as in a snapshot.
    System.out.println("handler " + System.identityHashCode(handler));
  }

  private static FunctionSettings settings(String table) {
    return new FunctionSettings(Map.of("USERS_TABLE", table, "AWS_REGION", "us-east-1"));
  }

  /** Returns the number of connections to a port that are open after ten seconds at most. */
  private static long connectionsLeft(int port) throws IOException, InterruptedException {
    long open = connections(port);
    for (int i = 0; i < TENTHS && open > 0; i++) {
      Thread.sleep(100);
      open = connections(port);
    }
    return open;
  }

  /** Returns the number of threads that serve replayed calls, after ten seconds at most. */
  private static long serversLeft() throws InterruptedException {
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("priming"))
            .toList();
    for (Thread thread : threads) {
      thread.join(100 * TENTHS);
    }
    return threads.stream().filter(Thread::isAlive).count();
  }

  private static long connections(int port) throws IOException {
    String remote = ":" + HexFormat.of().withUpperCase().toHexDigits((short) port) + " 01 ";
    try (var lines = Files.lines(Path.of("/proc/self/net/tcp"))) {
      return lines.filter(line -> line.contains(remote)).count();
    }
  }

  private static String histogram() throws JMException {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {null},
                new String[] {String[].class.getName()});
  }
}

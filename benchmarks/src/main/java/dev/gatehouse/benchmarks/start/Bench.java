package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts subjects again and again, in turns, so that a busy machine is unfair to all alike. */
final class Bench implements AutoCloseable {
  private static final int WARM_CALLS = 20;
  private static final int ATTEMPTS = 3;
  private static final String SENDER = "custom-email-sender";

  private final Path work;
  private final AwsStandIn aws;
  private final RuntimeClient client;
  private final MachineAuthorities authorities;
  private final List<String> flags;
  private @Nullable Quota quota;
  private boolean warm;
  private final Map<Path, Path> unpacked = new HashMap<>();
  private final Map<String, Path> caches = new HashMap<>();

  /** Works in this directory; every JVM gets these flags besides Lambda's own. */
  Bench(Path work, List<String> flags)
      throws IOException, InterruptedException, GeneralSecurityException {
    this.work = Files.createDirectories(work);
    this.flags = flags;
    Certificate certificate = Certificate.in(work);
    this.authorities = MachineAuthorities.with(certificate.pem(), work);
    this.aws = new AwsStandIn(certificate);
    this.client = new RuntimeClient(work, certificate.trustStore());
  }

  /** Holds every call from now on to this quota. */
  Bench under(Quota share) {
    quota = share;
    return this;
  }

  /**
   * Returns the medians of so many rounds; one more before the first of all warms the stand-ins.
   */
  List<Medians> rounds(List<Subject> subjects, int rounds)
      throws IOException, InterruptedException {
    Map<Subject, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = warm ? 1 : 0; round <= rounds; round++) {
      for (Subject subject : subjects) {
        Sample sample = taken(subject);
        if (round > 0) {
          samples.computeIfAbsent(subject, any -> new ArrayList<>()).add(sample);
        }
      }
      warm = true;
      System.err.printf("round %d of %d%n", round, rounds);
    }
    return samples.entrySet().stream()
        .map(entry -> Medians.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A machine that is busy with something else may make a function miss its own deadlines. */
  private Sample taken(Subject subject) throws IOException, InterruptedException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return once(subject);
      } catch (IOException failure) {
        System.err.println("once more: " + failure.getMessage());
      }
    }
    return once(subject);
  }

  private Sample once(Subject subject) throws IOException, InterruptedException {
    List<String> cached =
        subject.start() == Start.AOT_CACHE
            ? List.of("-XX:AOTCache=" + cache(subject), "-XX:AOTMode=on")
            : List.of();
    int mails = aws.mails();
    try (FunctionProcess process = started(subject, cached)) {
      Sample sample = process.measure(subject, WARM_CALLS, quota);
      // Cognito would not read its answer either: one that sent nothing is like one that did.
      if (subject.function().equals(SENDER) && aws.mails() - mails != WARM_CALLS + 1) {
        throw new IOException(subject.name() + " did not send a mail at each call");
      }
      return sample;
    }
  }

  /** Lets a process of its own learn what to keep; the JVM writes it down when it ends. */
  Path cache(Subject subject) throws IOException, InterruptedException {
    Path known = caches.get(subject.name());
    if (known != null) {
      return known;
    }
    Path cache = work.resolve("%s-%s.aot".formatted(subject.function(), caches.size()));
    try (FunctionProcess process = started(subject, List.of("-XX:AOTCacheOutput=" + cache))) {
      process.measure(subject, WARM_CALLS, quota);
      process.end();
    }
    caches.put(subject.name(), cache);
    return cache;
  }

  /** Returns the arguments of the JVM that makes use of this cache. */
  List<String> command(Subject subject, Path cache) throws IOException {
    List<String> command =
        client.command(subject, taskRoot(subject), List.of("-XX:AOTCache=" + cache));
    return command.stream()
        .skip(1)
        .filter(argument -> !argument.startsWith("-Djavax.net.ssl.trustStore=")) // the stand-ins'
        .toList();
  }

  private FunctionProcess started(Subject subject, List<String> more) throws IOException {
    Path taskRoot = taskRoot(subject);
    List<String> all = new ArrayList<>(flags);
    all.addAll(more);
    List<String> command =
        subject.start() == Start.PROGRAM
            ? List.of(taskRoot.resolve(subject.handler()).toString())
            : client.command(subject, taskRoot, all);
    return FunctionProcess.start(subject, authorities.seenBy(command), taskRoot, environment());
  }

  private Path taskRoot(Subject subject) throws IOException {
    Path known = unpacked.get(subject.archive());
    if (known == null) {
      known = Archive.unpack(subject.archive(), work);
      unpacked.put(subject.archive(), known);
    }
    return known;
  }

  private Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", aws.address(),
        "AWS_REGION", "us-east-1",
        "AWS_DEFAULT_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "benchmark",
        "AWS_SECRET_ACCESS_KEY", "benchmark",
        "AWS_SESSION_TOKEN", "benchmark",
        "COGNITO_CLIENT_ID", "CLIENT");
  }

  @Override
  public void close() {
    aws.close();
  }
}

package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.fakeaws.FakeAws;
import dev.gatehouse.benchmarks.start.fakeaws.ServerCertificate;
import dev.gatehouse.benchmarks.start.fakeaws.TrustedAuthorities;
import dev.gatehouse.benchmarks.start.measured.Baselines;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample;
import dev.gatehouse.benchmarks.start.process.ArchiveExtractor;
import dev.gatehouse.benchmarks.start.process.CpuQuota;
import dev.gatehouse.benchmarks.start.process.FunctionProcess;
import dev.gatehouse.benchmarks.start.process.RuntimeInterfaceClient;
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

/** The measurement of functions in turns, so that other load on the computer affects all alike. */
final class BenchmarkRunner implements AutoCloseable {
  private static final int WARM_CALLS = 20;

  /** The last one of the later calls, which few rounds measure: it takes seconds a function. */
  private static final int LAST_CALL = 1_000;

  private static final int ROUNDS_TO_THE_LAST = 3;
  private static final int ATTEMPTS = 3;
  private static final String SENDER = "custom-email-sender";

  private final Path work;
  private final FakeAws aws;
  private final RuntimeInterfaceClient client;
  private final TrustedAuthorities authorities;
  private final List<String> flags;
  private @Nullable CpuQuota quota;
  private boolean warm;
  private final Map<Path, Path> unpacked = new HashMap<>();
  private final Map<String, Path> caches = new HashMap<>();

  /** Creates a runner with a work directory and JVM flags in addition to Lambda's. */
  BenchmarkRunner(Path work, List<String> flags)
      throws IOException, InterruptedException, GeneralSecurityException {
    this.work = Files.createDirectories(work);
    this.flags = flags;
    ServerCertificate certificate = ServerCertificate.in(work);
    this.authorities = TrustedAuthorities.with(certificate.pem(), work);
    this.aws = new FakeAws(certificate);
    this.client = new RuntimeInterfaceClient(work, certificate.trustStore());
  }

  /** Applies a CPU quota to every later call. */
  BenchmarkRunner under(CpuQuota share) {
    quota = share;
    return this;
  }

  /** Returns the medians of a number of rounds; an additional first round warms up the fakes. */
  List<Medians> rounds(List<MeasuredFunction> subjects, int rounds)
      throws IOException, InterruptedException {
    Map<MeasuredFunction, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = warm ? 1 : 0; round <= rounds; round++) {
      for (MeasuredFunction subject : subjects) {
        boolean toTheLast = round > 0 && round <= ROUNDS_TO_THE_LAST && quota == null;
        Sample sample = sampleWithRetries(subject, toTheLast);
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

  /** Measures a function; retries, since other load may make a function miss its deadlines. */
  private Sample sampleWithRetries(MeasuredFunction subject, boolean toTheLast)
      throws IOException, InterruptedException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return sample(subject, toTheLast);
      } catch (IOException failure) {
        System.err.println("retry: " + failure.getMessage());
      }
    }
    return sample(subject, toTheLast);
  }

  private Sample sample(MeasuredFunction subject, boolean toTheLast)
      throws IOException, InterruptedException {
    int last = toTheLast && isMeasuredToTheLast(subject) ? LAST_CALL : 0;
    List<String> cached =
        subject.start() == Start.AOT_CACHE
            ? List.of("-XX:AOTCache=" + cache(subject), "-XX:AOTMode=on")
            : List.of();
    int mails = aws.mails();
    try (FunctionProcess process = start(subject, cached)) {
      Sample sample = process.measure(subject, WARM_CALLS, last, quota);
      // Cognito ignores the response, so only the number of mails shows a failure.
      if (subject.function().equals(SENDER)
          && aws.mails() - mails != Math.max(last, WARM_CALLS + 1)) {
        throw new IOException(subject.name() + " did not send a mail at each call");
      }
      return sample;
    }
  }

  /**
   * Returns whether a function runs long in one process: as deployed, or what it is compared to.
   */
  private static boolean isMeasuredToTheLast(MeasuredFunction subject) {
    return subject.start() == Start.SNAPSHOT
        || subject.start() == Start.PROGRAM
        || subject.variant().equals(Baselines.NAIVE);
  }

  /** Returns the AOT cache of a function, which the JVM of a training run writes when it exits. */
  Path cache(MeasuredFunction subject) throws IOException, InterruptedException {
    Path known = caches.get(subject.name());
    if (known != null) {
      return known;
    }
    Path cache = work.resolve("%s-%s.aot".formatted(subject.function(), caches.size()));
    try (FunctionProcess process = start(subject, List.of("-XX:AOTCacheOutput=" + cache))) {
      process.measure(subject, WARM_CALLS, 0, quota);
      process.end();
    }
    caches.put(subject.name(), cache);
    return cache;
  }

  /** Returns the arguments of a JVM that uses an AOT cache. */
  List<String> command(MeasuredFunction subject, Path cache) throws IOException {
    List<String> command =
        client.command(subject, taskRoot(subject), List.of("-XX:AOTCache=" + cache));
    return command.stream()
        .skip(1)
        .filter(argument -> !argument.startsWith("-Djavax.net.ssl.trustStore=")) // of the fakes
        .toList();
  }

  private FunctionProcess start(MeasuredFunction subject, List<String> more) throws IOException {
    Path taskRoot = taskRoot(subject);
    List<String> all = new ArrayList<>(flags);
    all.addAll(more);
    List<String> command =
        subject.start() == Start.PROGRAM
            ? List.of(taskRoot.resolve(subject.handler()).toString())
            : client.command(subject, taskRoot, all);
    return FunctionProcess.start(subject, authorities.wrap(command), taskRoot, environment());
  }

  private Path taskRoot(MeasuredFunction subject) throws IOException {
    Path known = unpacked.get(subject.archive());
    if (known == null) {
      known = ArchiveExtractor.extract(subject.archive(), work);
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

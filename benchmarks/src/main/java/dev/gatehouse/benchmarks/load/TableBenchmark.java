package dev.gatehouse.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark of DynamoDB's calls, beside other emulators in the same run. */
@Command(name = "table-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class TableBenchmark implements Callable<Integer> {

  @Option(names = "--root", required = true, description = "the repository")
  private Path root = Path.of("");

  @Option(
      names = "--servers",
      split = ",",
      required = true,
      description = "NAME=LANGUAGE=URL=PID of each; those of this project have JVM as language")
  private List<String> servers = List.of();

  @Option(
      names = "--calls",
      description = "calls of each kind that are measured, in each round; a fifth in Python")
  private int calls = 1_000;

  @Option(
      names = "--warm-up",
      description = "calls of each kind before; a tenth in JavaScript, in Python a 200th")
  private int warmUp = 20_000;

  @Option(names = "--rounds", description = "rounds, in which the servers take turns")
  private int rounds = 2;

  @Option(names = "--no-report", description = "prints, but leaves docs/benchmarks.md")
  private boolean noReport;

  /** Runs the benchmark; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TableBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<Server> all = servers.stream().map(Server::of).toList();
    for (Server server : all) {
      HttpJson.call(server.url, "dynamodb", "CreateTable", TableCall.CREATE);
      server.run(0, warmUp / server.warmUpShare());
      server.millis.clear();
    }
    for (int round = 0; round < rounds; round++) {
      for (Server server : all) {
        int measured = measured(server);
        server.run(round * measured, measured);
      }
    }
    TableReport report = new TableReport(all.stream().map(this::times).toList());
    System.out.println(report.text());
    if (!noReport) {
      report.write(root);
    }
    return report.isWithinBounds() ? 0 : 1;
  }

  private TableReport.Times times(Server server) {
    Map<String, Double> each = new LinkedHashMap<>();
    server.millis.forEach((name, millis) -> each.put(name, millis / (rounds * measured(server))));
    return new TableReport.Times(server.name, server.language, each);
  }

  /** Returns how many calls are enough for a kernel that counts in hundredths of a second. */
  private int measured(Server server) {
    return server.language.equals(TableReport.PYTHON) ? Math.max(1, calls / 5) : calls;
  }

  /** A running server of DynamoDB and the processor time that it took. */
  private static final class Server {
    private final String name;
    private final String language;
    private final URI url;
    private final ProcessTree processes;
    private final Map<String, Double> millis = new LinkedHashMap<>();
    private final List<String> unsupported = new ArrayList<>();

    private Server(String name, String language, URI url, ProcessTree processes) {
      this.name = name;
      this.language = language;
      this.url = url;
      this.processes = processes;
    }

    static Server of(String text) {
      String[] parts = text.split("=", -1);
      ProcessHandle process = ProcessHandle.of(Long.parseLong(parts[3])).orElseThrow();
      return new Server(parts[0], parts[1], URI.create(parts[2]), new ProcessTree(process));
    }

    /** Returns the part of the warm-up that is enough: a JVM compiles longest, Python nothing. */
    int warmUpShare() {
      return switch (language) {
        case TableReport.OURS -> 1;
        case TableReport.PYTHON -> 200;
        default -> 10;
      };
    }

    /** Makes calls of each kind; one that fails is not supported, unless the server is ours. */
    void run(int first, int count) throws IOException {
      for (TableCall call : TableCall.all()) {
        if (!unsupported.contains(call.name())) {
          try {
            run(call, first, count);
          } catch (IOException e) {
            if (language.equals(TableReport.OURS)) {
              throw e;
            }
            System.out.println(name + " does not answer " + call.name() + ": " + e.getMessage());
            unsupported.add(call.name());
            millis.remove(call.name());
          }
        }
      }
    }

    private void run(TableCall call, int first, int count) throws IOException {
      double before = cpuMillis();
      for (int number = first; number < first + count; number++) {
        HttpJson.call(url, "dynamodb", call.operation(), call.body().apply(number));
      }
      millis.merge(call.name(), cpuMillis() - before, Double::sum);
    }

    private double cpuMillis() throws IOException {
      return processes.measure().cpuMillis().values().stream()
          .mapToDouble(Double::doubleValue)
          .sum();
    }
  }
}

package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the start of each function costs, beside nothing at all and beside naive code. */
@Command(name = "start-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class StartBenchmark implements Callable<Integer> {
  @Option(names = "--root", required = true, description = "the repository")
  private Path root = Path.of("");

  @Option(names = "--rounds", description = "how often each is started (default: ${DEFAULT-VALUE})")
  private int rounds = 11;

  @Option(names = "--only", description = "measure only subjects whose name matches")
  private String only = ".*";

  @Option(names = "--jvm", description = "one more flag for every function's JVM")
  private List<String> flags = List.of();

  /** Takes the options; {@code --help} names them. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StartBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<Subject> subjects =
        subjects().stream().filter(subject -> subject.name().matches(only)).toList();
    try (Bench bench = new Bench(root.resolve("benchmarks/target/start"), flags)) {
      for (Medians line : bench.rounds(subjects, rounds)) {
        System.out.printf(
            "%-40s init %6.0f/%5.0f first %6.0f/%5.0f warm %5.1f/%5.1f start cpu %6.0f rss %5.0f%n",
            line.subject().name(),
            line.init().wall(),
            line.init().cpu(),
            line.first().wall(),
            line.first().cpu(),
            line.warm().wall(),
            line.warm().cpu(),
            line.startCpu(),
            line.peakMb());
      }
    }
    return 0;
  }

  private List<Subject> subjects() throws Exception {
    Events events = new Events(root);
    PlannedFunctions functions = new PlannedFunctions(root, events);
    List<Subject> subjects = new ArrayList<>(new Baselines(root, events).beside(functions));
    for (Subject function : functions.all()) {
      subjects.add(function);
      subjects.add(function.started("primed", Start.SNAPSHOT));
    }
    subjects.add(functions.named("post-confirmation").started("AOT cache", Start.AOT_CACHE));
    subjects.add(functions.named("api").started("AOT cache", Start.AOT_CACHE));
    return subjects;
  }
}

package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the start of each function costs, beside nothing at all and beside naive code. */
@Command(name = "start-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class StartBenchmark implements Callable<Integer> {
  /** Nobody waits for it: it runs on a schedule. */
  private static final Set<String> NOT_PRIMED = Set.of("reconcile");

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
    root = root.toAbsolutePath().normalize();
    PlannedFunctions functions = new PlannedFunctions(root, new Events(root));
    GoBaselines go = GoBaselines.beside(functions, root);
    List<Subject> all = subjects(functions, go);
    List<Subject> chosen = all.stream().filter(subject -> subject.name().matches(only)).toList();
    try (Bench bench = new Bench(root.resolve("benchmarks/target/start"), flags)) {
      List<Medians> lines = bench.rounds(chosen, rounds);
      lines.forEach(StartBenchmark::print);
      if (chosen.size() == all.size()) {
        String sweep = new Sweep(bench, root).over(swept(functions));
        new Report(root, lines, rounds).write(new Cost(lines, go.word()).table() + sweep);
      }
    }
    return 0;
  }

  private List<Subject> subjects(PlannedFunctions functions, GoBaselines go) throws IOException {
    List<Subject> subjects = new ArrayList<>(new Baselines(root).beside(functions));
    subjects.addAll(go.subjects());
    for (Subject function : functions.all()) {
      subjects.add(function);
      if (!NOT_PRIMED.contains(function.function())) {
        subjects.add(function.started("primed", Start.SNAPSHOT));
      }
    }
    subjects.add(functions.named("post-confirmation").started("AOT cache", Start.AOT_CACHE));
    subjects.add(functions.named("api").started("AOT cache", Start.AOT_CACHE));
    return subjects;
  }

  private static List<Subject> swept(PlannedFunctions functions) {
    List<Subject> swept = new ArrayList<>();
    for (Subject function : functions.all()) {
      if (Cost.isOnTheWay(function.function())) {
        swept.add(function.started("primed", Start.SNAPSHOT));
      }
    }
    return swept;
  }

  private static void print(Medians line) {
    System.out.printf(
        "%-34s init %5.0f/%5.0f first %5.0f/%5.0f warm %5.1f/%5.1f start CPU %5.0f peak %4.0f MB%n",
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

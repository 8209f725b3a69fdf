package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.measured.Baselines;
import dev.gatehouse.benchmarks.start.measured.Events;
import dev.gatehouse.benchmarks.start.measured.GoBaselines;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.PlannedFunctions;
import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import dev.gatehouse.benchmarks.start.report.Report;
import dev.gatehouse.benchmarks.start.report.SignUpCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark of the start of each function, of empty functions and of naive ones. */
@Command(name = "start-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class StartBenchmark implements Callable<Integer> {
  /** Functions without priming: nobody waits for them. */
  private static final Set<String> NOT_PRIMED = Set.of("reconcile", "deferred-users");

  @Option(names = "--root", required = true, description = "the repository")
  private Path root = Path.of("");

  @Option(names = "--rounds", description = "starts of each function (default: ${DEFAULT-VALUE})")
  private int rounds = 11;

  @Option(names = "--only", description = "measure only functions whose name matches")
  private String only = ".*";

  @Option(names = "--jvm", description = "an additional flag for every JVM")
  private List<String> flags = List.of();

  /** Runs the benchmark; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StartBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    root = root.toAbsolutePath().normalize();
    PlannedFunctions functions = new PlannedFunctions(root, new Events(root));
    GoBaselines go = GoBaselines.matching(functions, root);
    List<MeasuredFunction> all = subjects(functions, go);
    List<MeasuredFunction> chosen =
        all.stream().filter(subject -> subject.name().matches(only)).toList();
    try (BenchmarkRunner bench =
        new BenchmarkRunner(root.resolve("benchmarks/target/start"), flags)) {
      List<Medians> lines = bench.rounds(chosen, rounds);
      lines.forEach(StartBenchmark::print);
      if (chosen.size() == all.size()) {
        String sweep = new MemorySweep(bench, root).measure(swept(functions, go));
        new Report(root, lines, rounds).write(new SignUpCost(lines, go.note()).table() + sweep);
      }
    }
    return 0;
  }

  private List<MeasuredFunction> subjects(PlannedFunctions functions, GoBaselines go)
      throws IOException {
    List<MeasuredFunction> subjects = new ArrayList<>(new Baselines(root).matching(functions));
    subjects.addAll(go.subjects());
    for (MeasuredFunction function : functions.all()) {
      subjects.add(function);
      if (!NOT_PRIMED.contains(function.function())) {
        subjects.add(function.withStart("primed", Start.SNAPSHOT));
      }
    }
    subjects.add(functions.named("post-confirmation").withStart("AOT cache", Start.AOT_CACHE));
    subjects.add(functions.named("api").withStart("AOT cache", Start.AOT_CACHE));
    return subjects;
  }

  private static List<MeasuredFunction> swept(PlannedFunctions functions, GoBaselines go) {
    List<MeasuredFunction> swept = new ArrayList<>();
    for (MeasuredFunction function : functions.all()) {
      if (SignUpCost.isPartOfSignUp(function.function())) {
        swept.add(function.withStart("primed", Start.SNAPSHOT));
      }
    }
    swept.addAll(go.subjects());
    return swept;
  }

  private static void print(Medians line) {
    Timing late = line.late() == null ? new Timing(0, 0) : line.late();
    System.out.printf(
        "%-34s init %5.0f/%5.0f first %5.0f/%5.1f next %5.1f/%5.2f last %5.1f/%5.2f"
            + " start CPU %5.0f peak %4.0f MB%n",
        line.subject().name(),
        line.init().wall(),
        line.init().cpu(),
        line.first().wall(),
        line.first().cpu(),
        line.warm().wall(),
        line.warm().cpu(),
        late.wall(),
        late.cpu(),
        line.startCpu(),
        line.peakMb());
  }
}

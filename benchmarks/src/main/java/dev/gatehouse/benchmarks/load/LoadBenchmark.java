package dev.gatehouse.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark of the emulator under load, beside another checkout if one is given. */
@Command(name = "load-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class LoadBenchmark implements Callable<Integer> {

  @Option(names = "--root", required = true, description = "the repository")
  private Path root = Path.of("");

  @Option(names = "--baseline", description = "a built checkout to compare with, taken in turns")
  private List<Path> baselines = List.of();

  @Option(names = "--clients", split = ",", description = "clients at once")
  private List<Integer> clients = List.of(1, 4, 16, 64);

  @Option(names = "--journeys", description = "journeys at each number of clients")
  private int journeys = 400;

  @Option(names = "--rounds", description = "starts of each emulator; the median counts")
  private int rounds = 1;

  @Option(names = "--warm-up", description = "journeys before the first that is measured")
  private int warmUp = 200;

  @Option(names = "--others", split = ",", description = "NAME=URL=PID of other emulators")
  private List<String> others = List.of();

  @Option(names = "--no-report", description = "prints, but leaves docs/benchmarks.md")
  private boolean noReport;

  /** Runs the benchmark; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new LoadBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    root = root.toAbsolutePath().normalize();
    Map<String, Path> checkouts = new LinkedHashMap<>();
    for (Path baseline : baselines) {
      checkouts.put("baseline", baseline.toAbsolutePath());
    }
    checkouts.put("this", root);
    List<LoadLevel> levels = new ArrayList<>();
    List<LoadTarget> starts = new ArrayList<>();
    List<ExistenceTimes> existence = List.of();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Path> checkout : checkouts.entrySet()) {
        try (LoadTarget target = LoadTarget.start(checkout.getKey(), checkout.getValue())) {
          starts.add(target);
          levels.addAll(measure(target));
          if (target.name().equals("this")) {
            existence = ExistenceTimes.measure(target.info());
          }
        }
      }
    }
    List<LoadLevel> cognito = new OtherEmulators(journeys, warmUp).measure(root, others);
    LoadReport report = new LoadReport(root, levels, starts, cognito, existence);
    System.out.println(report.text());
    if (!noReport) {
      report.write();
    }
    int errors = levels.stream().mapToInt(LoadLevel::errors).sum();
    long lost = levels.stream().mapToLong(LoadLevel::lost).sum();
    return errors + lost == 0 ? 0 : 1;
  }

  private List<LoadLevel> measure(LoadTarget target) throws Exception {
    ApiJourney journey = new ApiJourney(target.info());
    List<LoadLevel> levels = new ArrayList<>();
    LoadLevel.run(target.name(), target.processes(), journey, 4, warmUp);
    for (int many : clients) {
      LoadLevel level = LoadLevel.run(target.name(), target.processes(), journey, many, journeys);
      System.out.println(LoadReport.line(level));
      levels.add(level);
    }
    return levels;
  }
}

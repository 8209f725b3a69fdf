package dev.gatehouse.local;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the machine from the command line and runs it until Ctrl-C. */
@Command(
    name = "start",
    description = "Runs on this machine what the Pulumi program declares.",
    sortOptions = false)
public final class Main implements Callable<Integer> {

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      description =
          "The API as people see it; 0 for any free port (default: GATEHOUSE_API_PORT, or 8080).")
  private @Nullable String apiPort;

  @Option(
      names = "--aws-port",
      paramLabel = "PORT",
      description =
          "AWS as an SDK sees it; 0 for any free port (default: GATEHOUSE_AWS_PORT, or 4566).")
  private @Nullable String awsPort;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "What to run (default: pulumi/target/plan.json under the root).")
  private @Nullable Path plan;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps users and tables here (default: in memory).")
  private @Nullable Path data;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The repository, from where the plan names its archives (default: here).")
  private Path root = Path.of(".");

  @Option(names = "--verbose", description = "Says what of the plan is not needed here.")
  private boolean verbose;

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  private final PrintWriter out;
  private final PrintWriter err;

  Main(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Takes the options of the command line. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    CommandLine line = new CommandLine(new Main(out, err)).setOut(out).setErr(err);
    line.setParameterExceptionHandler((problem, given) -> refuse(err, problem.getMessage(), 2));
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Machine machine;
    try {
      machine = new Machine(settings());
      Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "stop"));
      Plan read = Plan.read(planFile());
      if (verbose) {
        ResourceTypes.leftOut(read).forEach(out::println);
      }
      out.print(Welcome.text(machine.start(read)));
      out.flush();
    } catch (PlanInvalid | CannotStart e) {
      return refuse(err, e.getMessage(), 1);
    }
    machine.warmUp();
    new CountDownLatch(1).await();
    return 0;
  }

  private Settings settings() {
    return new Settings(
        root.toAbsolutePath().normalize(),
        Port.API.choose(apiPort, System.getenv()),
        Port.AWS.choose(awsPort, System.getenv()),
        data);
  }

  private static int refuse(PrintWriter err, @Nullable String sentence, int exitCode) {
    err.println(sentence);
    return exitCode;
  }

  private Path planFile() {
    return plan == null ? root.resolve("pulumi/target/plan.json").normalize() : plan;
  }
}

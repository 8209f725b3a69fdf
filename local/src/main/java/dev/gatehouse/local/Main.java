package dev.gatehouse.local;

import dev.gatehouse.local.EmulatorOptions.Issuer;
import dev.gatehouse.local.browser.WebAccess;
import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.ResourceTypes;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the local emulator. */
@Command(
    name = "start",
    description = "Runs the AWS account of the Pulumi program on this computer.",
    sortOptions = false)
public final class Main implements Callable<Integer> {

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      description = "Port of the API; 0 for any free port (default: GATEHOUSE_API_PORT, or 8080).")
  private @Nullable String apiPort;

  @Option(
      names = "--aws-port",
      paramLabel = "PORT",
      description =
          "Port of AWS's services; 0 for any free port (default: GATEHOUSE_AWS_PORT, or 4566).")
  private @Nullable String awsPort;

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      description = {
        "Port of AWS's services over TLS, with a certificate made at start; 0 for any free port.",
        "(default: GATEHOUSE_HTTPS_PORT, or none)"
      })
  private @Nullable String httpsPort;

  @Option(
      names = "--demo-port",
      paramLabel = "PORT",
      description = {
        "Port of the demo page; 0 for any free port.",
        "(default: GATEHOUSE_DEMO_PORT, or 8400 unless it is in use)"
      })
  private @Nullable String demoPort;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = {
        "Plan to run. A relative path is one in this directory, or else under the root.",
        "(default: pulumi/target/plan.json under the root)"
      })
  private @Nullable Path plan;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory for everything that lasts (default: in memory).")
  private @Nullable Path data;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description = "Directory for the logs of functions (default: local/target/logs).")
  private @Nullable Path logs;

  @Option(
      names = "--languages",
      paramLabel = "DIR",
      description = {
        "Language folders that the console shows while they are edited.",
        "(default: those of the module messages under the root)"
      })
  private @Nullable Path languages;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = {
        "Repository to which the plan's archive paths are relative.",
        "(default: the one of this script)"
      })
  private Path root = Path.of(".");

  @Option(
      names = "--warm-up",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Initializes the functions of a sign-up at start, and the others soon after; one that"
              + " refuses its settings stops the emulator; or each with its first invocation"
              + " (default: at start).")
  private boolean warmUp = true;

  @Option(
      names = "--issuer",
      paramLabel = "aws|local|https",
      defaultValue = "aws",
      description = {
        "Issuer of tokens: AWS's, or this emulator's address, for clients that discover it;",
        "https: the address of --https-port.",
        "(default: aws)"
      })
  private Issuer issuer = Issuer.aws;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Host under which the ports answer too, besides localhost: a container's name; *.NAME for"
            + " every name below. Repeatable.",
        "(default: GATEHOUSE_ALLOW_HOST, or none)"
      })
  private List<String> allowHost = List.of();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      split = ",",
      description = {
        "Origin whose web pages may call every AWS service; http://localhost:* for every port."
            + " Repeatable.",
        "(default: GATEHOUSE_ALLOW_ORIGIN, or none)"
      })
  private List<String> allowOrigin = List.of();

  @Option(names = "--verbose", description = "Lists the resource types that the emulator ignores.")
  private boolean verbose;

  @Option(names = "--help", usageHelp = true, description = "Prints this help.")
  @SuppressWarnings("unused") // set by picocli
  private boolean help;

  private final PrintWriter out;
  private final PrintWriter err;

  Main(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the emulator until Ctrl-C; takes the options of the command line. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err).execute(args));
  }

  /** Returns the parser of the options; the last of a repeated option counts. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main(out, err))
        .setOut(out)
        .setErr(err)
        // The script names the root first, so that a given one overrides it.
        .setOverwrittenOptionsAllowed(true)
        .setParameterExceptionHandler((error, given) -> printError(err, error.getMessage(), 2));
  }

  @Override
  public Integer call() throws InterruptedException {
    Emulator emulator;
    try {
      emulator = new Emulator(options());
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "stop"));
      try {
        start(emulator);
      } catch (RuntimeException e) {
        if (!emulator.isClosed()) {
          throw e;
        }
        // Ctrl-C during the startup: what fails now fails because the services are closed.
      }
    } catch (PlanInvalid | StartupFailed e) {
      return printError(err, e.getMessage(), 1);
    }
    return printError(err, emulator.awaitRefusal(), 1);
  }

  private void start(Emulator emulator) {
    Plan declared = Plan.read(planFile());
    if (verbose) {
      ResourceTypes.ignored(declared).forEach(out::println);
    }
    EmulatorInfo info = emulator.start(declared);
    if (!emulator.isClosed()) {
      out.print(ReadyMessage.text(info));
      out.flush();
    }
  }

  private EmulatorOptions options() {
    OptionalInt https = PortOption.HTTPS.resolveIfSet(httpsPort, System.getenv());
    if (issuer == Issuer.https && https.isEmpty()) {
      throw new StartupFailed("--issuer https needs a port for TLS: add --https-port 4567");
    }
    return new EmulatorOptions(
        root.toAbsolutePath().normalize(),
        PortOption.API.resolve(apiPort, System.getenv()),
        PortOption.AWS.resolve(awsPort, System.getenv()),
        https,
        new EmulatorOptions.DemoPort(
            PortOption.DEMO.resolve(demoPort, System.getenv()),
            PortOption.DEMO.isSet(demoPort, System.getenv())),
        data,
        logs,
        languages == null ? EmulatorOptions.languagesUnder(root) : languages,
        warmUp,
        issuer,
        webAccess(),
        FunctionClassArchive.Mode.USE);
  }

  private WebAccess webAccess() {
    try {
      return WebAccess.of(allowHost, allowOrigin, System.getenv());
    } catch (IllegalArgumentException e) {
      throw new StartupFailed(String.valueOf(e.getMessage()));
    }
  }

  private static int printError(PrintWriter err, @Nullable String message, int exitCode) {
    err.println(message);
    return exitCode;
  }

  private Path planFile() {
    if (plan == null) {
      return root.resolve("pulumi/target/plan.json").normalize();
    }
    return Files.exists(plan) || !Files.exists(root.resolve(plan)) ? plan : root.resolve(plan);
  }
}

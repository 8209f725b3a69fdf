package dev.gatehouse.pulumi.plan;

import dev.gatehouse.pulumi.plan.engine.PropertyValues;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingEngine;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RecordingResourceMonitor;
import dev.gatehouse.pulumi.plan.engine.UrnFactory;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A recorder that runs the Pulumi program against a fake engine and writes its plan. */
public final class PlanRecorder {
  private static final String ACCOUNT = "000000000000";

  private final Program program;
  private final Path directory;

  /**
   * Creates a recorder.
   *
   * @param directory the absolute path of the directory of Pulumi.yaml
   */
  PlanRecorder(Program program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /**
   * Records a stack as plan.json, or some of its variants as {@code plans/VARIANT.json}. The
   * working directory is the program's, as Pulumi sets it.
   *
   * @param args the stack, the file with the stack's settings, the output directory, and the names
   *     of variants; {@code --all} is the stack and every variant
   */
  public static void main(String[] args) {
    Path directory = Path.of("").toAbsolutePath();
    Path file = directory.resolve(args[1]);
    List<String> names = List.of(args).subList(3, args.length);
    try {
      PlanRecorder recorder = new PlanRecorder(InlineProgram.app(false), directory);
      StackSettings settings = StackSettings.read(directory, args[0], file);
      Path target = Path.of(args[2]);
      if (names.isEmpty() || names.contains("--all")) {
        recorder.write(settings, target.resolve("plan.json"));
      }
      for (String name : names.contains("--all") ? variants(directory) : names) {
        Path plan = target.resolve("plans").resolve(name + ".json");
        recorder.write(settings.overriddenBy(variant(directory, name)), plan);
      }
    } catch (RecordingFailed e) {
      StackFileRemedy remedy =
          new StackFileRemedy(directory.resolve("..").normalize().relativize(file));
      System.err.println(remedy.replaceCommands(String.valueOf(e.getMessage())));
      System.exit(1);
    }
  }

  private static Path variant(Path directory, String name) {
    Path file = directory.resolve("variants").resolve(name + ".yaml");
    if (!Files.exists(file)) {
      throw new RecordingFailed(
          "There is no plan %s, but %s".formatted(name, String.join(", ", variants(directory))));
    }
    return file;
  }

  /** Returns the names of the variants, in alphabetical order. */
  static List<String> variants(Path directory) {
    try (Stream<Path> files = Files.list(directory.resolve("variants"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RecordingFailed("Cannot read the variants of the plan: " + e.getMessage());
    }
  }

  private void write(StackSettings settings, Path file) {
    PlanWriter.write(settings, record(settings), file);
  }

  /** Runs the program; throws {@link RecordingFailed} with its error messages if it fails. */
  Recording record(StackSettings settings) {
    Recording recording = new Recording();
    Program.Exit exit = run(settings, recording);
    if (exit.code() != 0) {
      throw new RecordingFailed(
          recording.errors().isEmpty()
              ? String.format(
                  Locale.ROOT, "The program exited with %d: %s", exit.code(), exit.output())
              : String.join("\n", recording.errors()));
    }
    return recording;
  }

  /** Runs the program and returns its exit, successful or not. */
  Program.Exit run(StackSettings settings, Recording recording) {
    String region = settings.values().getOrDefault("aws:region", "us-east-1");
    RecordingResourceMonitor monitor =
        new RecordingResourceMonitor(
            new UrnFactory(settings.project(), settings.stack()),
            new PropertyValues(directory.resolve("..").normalize(), directory),
            new FakeProvider(region, ACCOUNT),
            recording);
    try (RecordingEngine engine = RecordingEngine.start(recording, monitor)) {
      return program.run(settings, engine.address());
    }
  }
}

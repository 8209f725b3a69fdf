package dev.gatehouse.pulumi.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the Pulumi program against an engine that creates nothing, and writes down its plan. */
public final class PlanRecorder {
  private static final String ACCOUNT = "000000000000";

  private final Program program;
  private final Path root;

  /** Takes the main class of the program and the directory in which its Pulumi.yaml is. */
  PlanRecorder(String mainClass, Path directory) {
    this.program = new Program(mainClass, directory.toAbsolutePath().normalize(), false);
    this.root = program.directory().resolve("..").normalize();
  }

  /**
   * Records a stack and each variant of it: main class, directory of the program, stack, directory
   * to write into.
   */
  public static void main(String[] args) {
    try {
      Path directory = Path.of(args[1]);
      Path target = Path.of(args[3]);
      PlanRecorder recorder = new PlanRecorder(args[0], directory);
      StackSettings settings = StackSettings.read(directory, args[2]);
      recorder.write(settings, target.resolve("plan.json"));
      for (Path variant : variants(directory)) {
        String name = variant.getFileName().toString().replace(".yaml", ".json");
        recorder.write(settings.laidUnder(variant), target.resolve("plans").resolve(name));
      }
    } catch (RecordingFailed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Returns the files that each say what another plan has otherwise, in alphabetical order. */
  static List<Path> variants(Path directory) {
    try (Stream<Path> files = Files.list(directory.resolve("variants"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new RecordingFailed("The variants of the plan cannot be read: " + e.getMessage());
    }
  }

  private void write(StackSettings settings, Path file) {
    PlanWriter.write(settings, record(settings), file);
  }

  /** Runs the program once; throws {@link RecordingFailed} with its own words if it fails. */
  Recording record(StackSettings settings) {
    Recording recording = new Recording();
    Program.Ended ended = run(settings, recording);
    if (ended.exitCode() != 0) {
      throw new RecordingFailed(
          "The program ended with %d: %s"
              .formatted(
                  ended.exitCode(),
                  recording.errors().isEmpty()
                      ? ended.written()
                      : String.join("\n", recording.errors())));
    }
    return recording;
  }

  /** Runs the program once, however it ends. */
  Program.Ended run(StackSettings settings, Recording recording) {
    Arns arns = new Arns(settings.values().getOrDefault("aws:region", "us-east-1"), ACCOUNT);
    PropertyValues values = new PropertyValues(root, program.directory());
    Monitor monitor = new Monitor(settings, values, new StandIn(arns), recording);
    try (RecordingEngine engine = RecordingEngine.start(recording, monitor)) {
      return program.run(settings, engine.address());
    }
  }
}

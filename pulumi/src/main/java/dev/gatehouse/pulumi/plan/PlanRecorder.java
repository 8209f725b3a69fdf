package dev.gatehouse.pulumi.plan;

import java.nio.file.Path;

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

  /** Records a stack: main class, directory of the program, stack, file to write. */
  public static void main(String[] args) {
    try {
      Path directory = Path.of(args[1]);
      StackSettings settings = StackSettings.read(directory, args[2]);
      Recording recording = new PlanRecorder(args[0], directory).record(settings);
      PlanWriter.write(settings, recording, Path.of(args[3]));
    } catch (RecordingFailed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
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

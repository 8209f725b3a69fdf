package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewResult;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.functions.Archives;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.LogManager;

/** A stack of the program in the state of the real engine. */
public final class EngineStack implements AutoCloseable {
  private final StackDirectory directory;
  private final WorkspaceStack stack;
  private final PulumiCommand cli;
  private final Map<String, String> environment;

  private EngineStack(
      StackDirectory directory,
      WorkspaceStack stack,
      PulumiCommand cli,
      Map<String, String> environment) {
    this.directory = directory;
    this.stack = stack;
    this.cli = cli;
    this.environment = environment;
  }

  /**
   * Creates an empty stack.
   *
   * @param directory a directory of its own
   * @param debugProviders the provider that the engine connects to
   */
  public static EngineStack create(Path directory, StackSettings settings, String debugProviders)
      throws AutomationException, IOException {
    return create(
        directory,
        settings,
        debugProviders,
        context ->
            App.stack(context, processor -> Archives.builtIn(directory, processor), Map.of()));
  }

  /** Creates an empty stack of another program. */
  public static EngineStack create(
      Path directory, StackSettings settings, String debugProviders, Consumer<Context> program)
      throws AutomationException, IOException {
    // The SDK logs what the exceptions contain too, and the engine's call before it listens.
    LogManager.getLogManager().reset();
    StackDirectory files = StackDirectory.create(directory);
    Map<String, String> environment =
        Map.of(
            "PULUMI_BACKEND_URL", files.backend().toUri().toString(),
            "PULUMI_CONFIG_PASSPHRASE", "test",
            "PULUMI_DEBUG_PROVIDERS", debugProviders,
            "PULUMI_SKIP_UPDATE_CHECK", "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    PulumiCommand cli = LocalPulumiCommand.create();
    WorkspaceStack stack =
        WorkspaceStack.create(
            settings.stack(),
            LocalWorkspace.create(
                LocalWorkspaceOptions.builder()
                    .workDir(files.program())
                    .pulumiHome(files.home())
                    .pulumiCommand(cli)
                    .environmentVariables(environment)
                    .program(program)
                    .build()));
    EngineStack created = new EngineStack(files, stack, cli, environment);
    created.set(settings);
    return created;
  }

  /** Replaces the settings of the stack. */
  public void set(StackSettings settings) throws IOException {
    directory.write(settings);
  }

  /** Builds an archive anew, from other code. */
  public void build(String archive, String code) throws IOException {
    directory.writeArchive(archive, code);
  }

  /** Brings the account up to the program, without a preview. */
  public Changes up() throws AutomationException {
    UpResult result = stack.up();
    return new Changes(result.summary().resourceChanges(), result.standardOutput());
  }

  /** Brings the account up to the program as a user does, by a preview first. */
  public Changes previewAndUp() throws AutomationException {
    preview();
    return up();
  }

  public Changes preview() throws AutomationException {
    PreviewResult result = stack.preview();
    return new Changes(result.changeSummary(), result.standardOutput());
  }

  public void destroy() throws AutomationException {
    stack.destroy();
  }

  /** Returns the engine's state, with secrets as ciphertext. */
  public EngineState state() throws AutomationException {
    return new EngineState(JsonParser.parseString(run("stack", "export")).getAsJsonObject());
  }

  /** Returns the engine's state, with secrets in plain text as a plan has them. */
  public EngineState stateWithSecrets() throws AutomationException {
    return new EngineState(
        JsonParser.parseString(run("stack", "export", "--show-secrets")).getAsJsonObject());
  }

  /** Replaces the engine's state. */
  public void importState(JsonObject deployment) throws AutomationException, IOException {
    Path file = directory.home().resolve("import.json");
    Files.writeString(file, deployment.toString());
    run("stack", "import", "--file", file.toString());
  }

  /** Runs the CLI in the directory of the stack and returns its standard output. */
  public String run(String... arguments) throws AutomationException {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addAll(List.of("--stack", stack.name()));
    return cli.run(
            command,
            CommandRunOptions.builder()
                .workingDir(directory.program())
                .additionalEnv(environment)
                .build())
        .standardOutput();
  }

  @Override
  public void close() {
    try {
      stack.close();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot close the stack " + stack.name(), e);
    }
  }

  /**
   * What the engine did.
   *
   * @param byOperation the number of resources by what was done with them
   * @param output what the CLI has written
   */
  public record Changes(Map<OperationType, Integer> byOperation, String output) {
    public int of(OperationType operation) {
      return byOperation.getOrDefault(operation, 0);
    }

    /** Returns whether nothing changed. */
    public boolean none() {
      return byOperation.keySet().stream().allMatch(it -> it == OperationType.SAME);
    }
  }
}

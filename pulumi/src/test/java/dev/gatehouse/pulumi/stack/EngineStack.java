package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PulumiCommand;
import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.functions.Archives;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.LogManager;

/**
 * A stack of the program in the state of the real engine. Its commands are those of Pulumi's
 * automation API, which asks for outputs and history after each; here nobody reads them.
 */
public final class EngineStack implements AutoCloseable {
  private final StackDirectory directory;
  private final String name;
  private final LanguageHost host;
  private final PulumiCommand cli;
  private final Map<String, String> environment;

  private EngineStack(
      StackDirectory directory,
      String name,
      LanguageHost host,
      PulumiCommand cli,
      Map<String, String> environment) {
    this.directory = directory;
    this.name = name;
    this.host = host;
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
    EngineStack created =
        new EngineStack(
            files,
            settings.stack(),
            LanguageHost.start(new InlineRun(program)),
            LocalPulumiCommand.create(),
            environment(files, debugProviders));
    created.run("stack", "init");
    created.set(settings);
    return created;
  }

  private static Map<String, String> environment(StackDirectory files, String debugProviders) {
    return Map.of(
        "PULUMI_HOME", files.home().toString(),
        "PULUMI_BACKEND_URL", files.backend().toUri().toString(),
        "PULUMI_CONFIG_PASSPHRASE", "test",
        "PULUMI_DEBUG_PROVIDERS", debugProviders,
        // The whole state, written after each of 250 resources, is most of the engine's time; tests
        // read the last one, which a failed run has too.
        "PULUMI_SKIP_CHECKPOINTS", "true",
        "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS", "true",
        "PULUMI_SKIP_UPDATE_CHECK", "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
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
    return changes("up", "--yes", "--skip-preview");
  }

  /** Brings the account up to the program as a user does, by a preview first. */
  public Changes previewAndUp() throws AutomationException {
    preview();
    return up();
  }

  public Changes preview() throws AutomationException {
    return changes("preview");
  }

  private Changes changes(String... command) throws AutomationException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--client", host.address(), "--exec-kind", "auto.inline"));
    List<Map<OperationType, Integer>> byOperation = new CopyOnWriteArrayList<>();
    String output =
        run(
            arguments,
            CommandRunOptions.builder()
                .onEngineEvent(
                    event -> {
                      if (event.summaryEvent() != null) {
                        byOperation.add(event.summaryEvent().resourceChanges());
                      }
                    }));
    return new Changes(byOperation.get(0), output);
  }

  public void destroy() throws AutomationException {
    run("destroy", "--yes", "--skip-preview");
  }

  /** Returns the engine's state, with secrets as ciphertext. */
  public EngineState state() throws IOException {
    return directory.state(name);
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
    return run(List.of(arguments), CommandRunOptions.builder());
  }

  private String run(List<String> arguments, CommandRunOptions.Builder options)
      throws AutomationException {
    List<String> command = new ArrayList<>(arguments);
    command.addAll(List.of("--stack", name));
    return cli.run(
            command, options.workingDir(directory.program()).additionalEnv(environment).build())
        .standardOutput();
  }

  @Override
  public void close() {
    host.close();
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

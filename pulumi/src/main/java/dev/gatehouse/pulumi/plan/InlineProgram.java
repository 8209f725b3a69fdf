package dev.gatehouse.pulumi.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.functions.Archives;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.logging.LogManager;

/**
 * A program in this JVM, as Pulumi's automation API runs an inline program; the working directory
 * has to be the program's.
 *
 * @param declare declares the resources for the settings
 * @param preview whether the program runs as in {@code pulumi preview}
 */
record InlineProgram(BiConsumer<Context, StackSettings> declare, boolean preview)
    implements Program {
  private static final long TIMEOUT_SECONDS = 120;

  /** Returns the program of the account; archives need not be built. */
  static InlineProgram app(boolean preview) {
    return new InlineProgram(
        (context, settings) -> App.stack(context, Archives::planned, settings.values()), preview);
  }

  @Override
  public Exit run(StackSettings settings, String engineAddress) {
    // The engine has each error; the SDK would write it to the output again, with a stack trace.
    LogManager.getLogManager().reset();
    try {
      int code =
          PulumiInternal.fromInline(deployment(settings, engineAddress), StackOptions.Empty)
              .runAsync(context -> declare.accept(context, settings))
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return new Exit(code, "");
    } catch (ExecutionException e) {
      throw new RecordingFailed("The program failed: " + e.getCause());
    } catch (TimeoutException e) {
      throw new RecordingFailed(
          String.format(Locale.ROOT, "The program did not end in %d seconds", TIMEOUT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordingFailed("Interrupted while the program ran");
    } finally {
      DeploymentImpl.internalUnsafeDestroyInstance();
    }
  }

  private InlineDeploymentSettings deployment(StackSettings settings, String engineAddress) {
    return InlineDeploymentSettings.builder()
        .monitorAddr(engineAddress)
        .engineAddr(engineAddress)
        .organization("organization")
        .project(settings.project())
        .stack(settings.stack())
        .isDryRun(preview)
        .config(ImmutableMap.copyOf(settings.values()))
        .configSecretKeys(ImmutableSet.of())
        .build();
  }
}

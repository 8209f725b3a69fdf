package dev.gatehouse.pulumi.stack;

import com.google.gson.Gson;
import dev.gatehouse.pulumi.plan.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import pulumirpc.Language.RunRequest;

/**
 * The program, run as Pulumi's own language host for Java does: by Maven, with the default JDK and
 * the variables that it sets. Pulumi's own is in no package registry.
 *
 * @param log the file that Maven's output goes to
 */
public record MavenProgram(Path log) implements LanguageHost.Program {
  @Override
  public int exitCode(RunRequest request) throws IOException, InterruptedException {
    return MavenRun.exitCode(environment(request), log);
  }

  @Override
  public String output() throws IOException {
    return Files.readString(log);
  }

  private static Map<String, String> environment(RunRequest request) {
    Gson gson = new Gson();
    return Map.of(
        "PULUMI_MONITOR", request.getMonitorAddress(),
        "PULUMI_ENGINE", request.getArgs(0),
        "PULUMI_ORGANIZATION", request.getOrganization(),
        "PULUMI_PROJECT", request.getProject(),
        "PULUMI_STACK", request.getStack(),
        "PULUMI_DRY_RUN", String.valueOf(request.getDryRun()),
        "PULUMI_PARALLEL", String.valueOf(request.getParallel()),
        "PULUMI_CONFIG", gson.toJson(request.getConfigMap()),
        "PULUMI_CONFIG_SECRET_KEYS", gson.toJson(request.getConfigSecretKeysList()));
  }
}

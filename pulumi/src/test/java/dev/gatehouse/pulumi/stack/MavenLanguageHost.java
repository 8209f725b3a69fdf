package dev.gatehouse.pulumi.stack;

import com.google.gson.Gson;
import com.google.protobuf.Empty;
import dev.gatehouse.pulumi.plan.MavenRun;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeImplBase;
import pulumirpc.Plugin.PluginInfo;

/**
 * A language host that runs the program as Pulumi's own for Java does: by Maven, with the default
 * JDK and the variables that it sets. Pulumi's own is in no package registry.
 */
public final class MavenLanguageHost extends LanguageRuntimeImplBase implements AutoCloseable {
  /** The exit code of a program that has told the engine why it failed. */
  private static final int REPORTED = 32;

  private final Path log;
  private final Server server;

  private MavenLanguageHost(Path log) throws IOException {
    this.log = log;
    this.server = ServerBuilder.forPort(0).addService(this).build().start();
  }

  /**
   * Starts a host on a free port.
   *
   * @param log the file that Maven's output goes to
   */
  public static MavenLanguageHost start(Path log) throws IOException {
    return new MavenLanguageHost(log);
  }

  /** Returns the address for the engine's option {@code --client}. */
  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** Returns what Maven has printed. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> response) {
    try {
      int exitCode = MavenRun.exitCode(environment(request), log);
      RunResponse.Builder result = RunResponse.newBuilder().setBail(exitCode == REPORTED);
      if (exitCode != 0 && exitCode != REPORTED) {
        result.setError("The program ended with " + exitCode + ": " + output());
      }
      response.onNext(result.build());
      response.onCompleted();
    } catch (IOException e) {
      response.onError(Status.INTERNAL.withCause(e).asException());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.onError(Status.CANCELLED.asException());
    }
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

  @Override
  public void getRequiredPackages(
      GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> response) {
    response.onNext(GetRequiredPackagesResponse.getDefaultInstance());
    response.onCompleted();
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> response) {
    response.onNext(PluginInfo.newBuilder().setVersion("1.0.0").build());
    response.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}

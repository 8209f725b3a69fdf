package dev.gatehouse.pulumi.stack;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeImplBase;
import pulumirpc.Plugin.PluginInfo;

/** A language host that runs one program, as often as the engine asks. */
public final class LanguageHost extends LanguageRuntimeImplBase implements AutoCloseable {
  /** The exit code of a program that has told the engine why it failed. */
  private static final int REPORTED = 32;

  /** A program that the engine asks for. */
  public interface Program {
    /** Runs the program to its end and returns its exit code. */
    int exitCode(RunRequest request) throws IOException, InterruptedException;

    /** Returns what the last run has printed. */
    String output() throws IOException;
  }

  private final Program program;
  private final Server server;

  private LanguageHost(Program program) throws IOException {
    this.program = program;
    this.server = ServerBuilder.forPort(0).addService(this).build().start();
  }

  /** Starts a host on a free port. */
  public static LanguageHost start(Program program) throws IOException {
    return new LanguageHost(program);
  }

  /** Returns the address for the engine's option {@code --client}. */
  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> response) {
    try {
      int exitCode = program.exitCode(request);
      RunResponse.Builder result = RunResponse.newBuilder().setBail(exitCode == REPORTED);
      if (exitCode != 0 && exitCode != REPORTED) {
        result.setError("The program ended with " + exitCode + ": " + program.output());
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

package dev.gatehouse.pulumi.plan;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** Takes what the program tells people, and keeps what it calls an error. */
final class EngineLog extends EngineImplBase {
  private final Recording recording;
  private volatile String root = "";

  EngineLog(Recording recording) {
    this.recording = recording;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> answer) {
    if (request.getSeverity() == LogSeverity.ERROR) {
      recording.addError(request.getMessage());
    }
    Monitor.complete(answer, Empty.getDefaultInstance());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> answer) {
    Monitor.complete(answer, GetRootResourceResponse.newBuilder().setUrn(root).build());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> answer) {
    root = request.getUrn();
    Monitor.complete(answer, SetRootResourceResponse.getDefaultInstance());
  }
}

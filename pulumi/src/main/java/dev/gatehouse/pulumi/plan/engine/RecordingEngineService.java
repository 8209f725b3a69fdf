package dev.gatehouse.pulumi.plan.engine;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/**
 * The engine service of Pulumi's protocol: records the error messages and warnings of the program.
 */
final class RecordingEngineService extends EngineImplBase {
  private final Recording recording;
  private volatile String root = "";

  RecordingEngineService(Recording recording) {
    this.recording = recording;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> observer) {
    if (request.getSeverity() == LogSeverity.ERROR) {
      recording.addError(request.getMessage());
    } else if (request.getSeverity() == LogSeverity.WARNING) {
      recording.addWarning(request.getMessage());
    }
    RecordingResourceMonitor.complete(observer, Empty.getDefaultInstance());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
    RecordingResourceMonitor.complete(
        observer, GetRootResourceResponse.newBuilder().setUrn(root).build());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
    root = request.getUrn();
    RecordingResourceMonitor.complete(observer, SetRootResourceResponse.getDefaultInstance());
  }
}

package dev.gatehouse.pulumi.plan;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** Answers as Pulumi does before anything exists: nothing is known but what was asked for. */
final class PreviewMonitor extends ResourceMonitorImplBase {
  final Map<String, Struct> inputsByTypeAndName = new ConcurrentHashMap<>();

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> answer) {
    Monitor.complete(answer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> answer) {
    String name = request.getType() + "::" + request.getName();
    inputsByTypeAndName.put(name, request.getObject());
    Monitor.complete(
        answer,
        RegisterResourceResponse.newBuilder()
            .setUrn("urn:pulumi:local::gatehouse::" + name)
            .setObject(request.getObject())
            .build());
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> answer) {
    Monitor.complete(answer, Empty.getDefaultInstance());
  }

  @Override
  public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> answer) {
    Value zone = Value.newBuilder().setStringValue("Z1").build();
    Monitor.complete(
        answer,
        ResourceInvokeResponse.newBuilder()
            .setReturn(request.getArgs().toBuilder().putFields("zoneId", zone))
            .build());
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> answer) {
    Monitor.complete(answer, Empty.getDefaultInstance());
  }
}

package dev.gatehouse.pulumi.plan.engine;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
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

/** The resource monitor of a preview: the outputs are the inputs, and no id is known. */
public final class PreviewResourceMonitor extends ResourceMonitorImplBase {
  private final Map<String, Struct> inputsByTypeAndName = new ConcurrentHashMap<>();
  private final PropertyValues values = new PropertyValues(Path.of(".."), Path.of("."));
  private final ResourceProvider provider;

  /** Creates a monitor that answers lookups with those of the provider. */
  public PreviewResourceMonitor(ResourceProvider provider) {
    this.provider = provider;
  }

  /** Returns the inputs of each registered resource, by {@code type::name}. */
  public Map<String, Struct> inputsByTypeAndName() {
    return Map.copyOf(inputsByTypeAndName);
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
    RecordingResourceMonitor.complete(
        observer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
    String name = request.getType() + "::" + request.getName();
    inputsByTypeAndName.put(name, request.getObject());
    RecordingResourceMonitor.complete(
        observer,
        RegisterResourceResponse.newBuilder()
            .setUrn("urn:pulumi:local::gatehouse::" + name)
            .setObject(request.getObject())
            .build());
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
    RecordingResourceMonitor.complete(observer, Empty.getDefaultInstance());
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> observer) {
    // What a preview looks up exists already.
    Struct result =
        values.struct(provider.invoke(request.getTok(), values.json(request.getArgs())));
    RecordingResourceMonitor.complete(
        observer, ResourceInvokeResponse.newBuilder().setReturn(result).build());
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
    RecordingResourceMonitor.complete(observer, Empty.getDefaultInstance());
  }
}

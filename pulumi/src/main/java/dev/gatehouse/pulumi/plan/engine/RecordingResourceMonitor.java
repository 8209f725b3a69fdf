package dev.gatehouse.pulumi.plan.engine;

import com.google.gson.JsonObject;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** A resource monitor that records each resource and responds as if it had been created. */
public final class RecordingResourceMonitor extends ResourceMonitorImplBase {
  private final UrnFactory urns;
  private final PropertyValues values;
  private final ResourceProvider provider;
  private final Recording recording;

  /** Creates a monitor that reports to the recording. */
  public RecordingResourceMonitor(
      UrnFactory urns, PropertyValues values, ResourceProvider provider, Recording recording) {
    this.urns = urns;
    this.values = values;
    this.provider = provider;
    this.recording = recording;
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
    complete(observer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
    respond(observer, () -> register(request));
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
    respond(
        observer,
        () -> {
          recording.addOutputs(request.getUrn(), values.json(request.getOutputs()));
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> observer) {
    respond(
        observer,
        () ->
            ResourceInvokeResponse.newBuilder()
                .setReturn(
                    values.struct(
                        provider.invoke(request.getTok(), values.json(request.getArgs()))))
                .build());
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
    complete(observer, Empty.getDefaultInstance());
  }

  static <T> void complete(StreamObserver<T> observer, T message) {
    observer.onNext(message);
    observer.onCompleted();
  }

  private RegisterResourceResponse register(RegisterResourceRequest request) {
    RegisteredResource resource = resource(request);
    JsonObject outputs = resource.custom() ? provider.create(resource) : new JsonObject();
    recording.add(resource, outputs);
    RegisterResourceResponse.Builder response =
        RegisterResourceResponse.newBuilder()
            .setUrn(resource.urn())
            .setObject(values.struct(outputs));
    return resource.custom()
        ? response.setId(outputs.get("id").getAsString()).build()
        : response.build();
  }

  private RegisteredResource resource(RegisterResourceRequest request) {
    return new RegisteredResource(
        request.getType(),
        request.getName(),
        urns.urn(request.getParent(), request.getType(), request.getName()),
        request.getParent(),
        request.getDependenciesList().stream().sorted().toList(),
        urns.aliases(request),
        request.getCustom(),
        options(request),
        values.json(request.getObject()));
  }

  private static ResourceOptions options(RegisterResourceRequest request) {
    String provider = request.getProvider();
    return new ResourceOptions(
        request.getProtect(),
        request.getRetainOnDelete(),
        // The reference of a provider is its URN and its id.
        provider.isEmpty() ? "" : provider.substring(0, provider.lastIndexOf("::")),
        request.getAdditionalSecretOutputsList().stream().sorted().toList(),
        request.getIgnoreChangesList().stream().sorted().toList());
  }

  private static <T> void respond(StreamObserver<T> observer, Supplier<T> response) {
    try {
      complete(observer, response.get());
    } catch (RecordingFailed e) {
      observer.onError(
          Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
    }
  }
}

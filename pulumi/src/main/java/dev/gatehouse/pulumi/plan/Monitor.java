package dev.gatehouse.pulumi.plan;

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

/** Takes the resources that the program registers, and answers as if they had been created. */
final class Monitor extends ResourceMonitorImplBase {
  private final StackSettings settings;
  private final PropertyValues values;
  private final StandIn aws;
  private final Recording recording;

  Monitor(StackSettings settings, PropertyValues values, StandIn aws, Recording recording) {
    this.settings = settings;
    this.values = values;
    this.aws = aws;
    this.recording = recording;
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> answer) {
    complete(answer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> answer) {
    answer(answer, () -> registered(request));
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          recording.addOutputs(request.getUrn(), values.json(request.getOutputs()));
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> answer) {
    answer(
        answer,
        () ->
            ResourceInvokeResponse.newBuilder()
                .setReturn(
                    values.struct(aws.find(request.getTok(), values.json(request.getArgs()))))
                .build());
  }

  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> answer) {
    complete(answer, Empty.getDefaultInstance());
  }

  static <T> void complete(StreamObserver<T> answer, T message) {
    answer.onNext(message);
    answer.onCompleted();
  }

  private RegisterResourceResponse registered(RegisterResourceRequest request) {
    Declared declared = declared(request);
    JsonObject outputs = declared.custom() ? aws.create(declared) : new JsonObject();
    recording.add(declared, outputs);
    RegisterResourceResponse.Builder response =
        RegisterResourceResponse.newBuilder()
            .setUrn(declared.urn())
            .setObject(values.struct(outputs));
    return declared.custom()
        ? response.setId(outputs.get("id").getAsString()).build()
        : response.build();
  }

  private Declared declared(RegisterResourceRequest request) {
    return new Declared(
        request.getType(),
        request.getName(),
        urn(request),
        request.getParent(),
        request.getDependenciesList().stream().sorted().toList(),
        request.getCustom(),
        request.getProtect(),
        request.getRetainOnDelete(),
        values.json(request.getObject()));
  }

  /** A resource inside a component carries the types of all that it is in. */
  private String urn(RegisterResourceRequest request) {
    String parent = request.getParent();
    String around = parent.isEmpty() ? "" : parent.split("::", 4)[2] + "$";
    String type =
        around.equals(Declared.STACK + "$") ? request.getType() : around + request.getType();
    return "urn:pulumi:%s::%s::%s::%s"
        .formatted(settings.stack(), settings.project(), type, request.getName());
  }

  private static <T> void answer(StreamObserver<T> answer, Supplier<T> message) {
    try {
      complete(answer, message.get());
    } catch (RecordingFailed e) {
      answer.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
    }
  }
}

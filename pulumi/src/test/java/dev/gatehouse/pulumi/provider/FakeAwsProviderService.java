package dev.gatehouse.pulumi.provider;

import static dev.gatehouse.pulumi.provider.PropertyStructs.json;
import static dev.gatehouse.pulumi.provider.PropertyStructs.struct;

import com.google.gson.JsonObject;
import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.rpc.Code;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** The provider service of Pulumi's protocol, which the engine calls. */
final class FakeAwsProviderService extends ResourceProviderImplBase {
  private final FakeAwsResources resources;
  private final FakeAwsLookups lookups;

  FakeAwsProviderService(FakeAwsResources resources, FakeAwsLookups lookups) {
    this.resources = resources;
    this.lookups = lookups;
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    respond(observer, Empty::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    respond(observer, () -> PluginInfo.newBuilder().setVersion("6.83.0").build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    respond(observer, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    respond(observer, () -> diff(FakeAwsDiff.of(List.of(), oldInputs(request), request)));
  }

  /** Accepts no secrets, as the real provider: the engine itself marks them in the outputs. */
  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    respond(observer, () -> ConfigureResponse.newBuilder().setSupportsPreview(true).build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    respond(
        observer,
        () ->
            CheckResponse.newBuilder()
                .setInputs(
                    struct(
                        resources.checked(
                            request.getUrn(), json(request.getOlds()), json(request.getNews()))))
                .build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    respond(
        observer,
        () -> {
          ResourceTraits traits = ResourceTraits.of(FakeAwsResources.type(request.getUrn()));
          return diff(FakeAwsDiff.of(traits.replacement(), oldInputs(request), request)).toBuilder()
              .setDeleteBeforeReplace(
                  FakeAwsDiff.keepsItsName(traits, oldInputs(request), json(request.getNews())))
              .build();
        });
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    respond(
        observer,
        () -> {
          JsonObject outputs =
              resources.created(
                  request.getUrn(), json(request.getProperties()), request.getPreview());
          return CreateResponse.newBuilder()
              .setId(request.getPreview() ? "" : outputs.get("id").getAsString())
              .setProperties(struct(outputs))
              .build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    respond(
        observer,
        () ->
            UpdateResponse.newBuilder()
                .setProperties(
                    struct(
                        resources.updated(
                            request.getUrn(),
                            request.getId(),
                            json(request.getOlds()),
                            json(request.getOldInputs()),
                            json(request.getNews()),
                            request.getPreview())))
                .build());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    respond(
        observer,
        () ->
            resources.exists(request.getUrn(), request.getId())
                ? ReadResponse.newBuilder()
                    .setId(request.getId())
                    .setProperties(request.getProperties())
                    .setInputs(request.getInputs())
                    .build()
                : ReadResponse.getDefaultInstance());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    respond(
        observer,
        () -> {
          resources.delete(request.getUrn(), request.getId());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    respond(
        observer,
        () ->
            InvokeResponse.newBuilder()
                .setReturn(struct(lookups.invoke(request.getTok(), json(request.getArgs()))))
                .build());
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    respond(observer, Empty::getDefaultInstance);
  }

  private static JsonObject oldInputs(DiffRequest request) {
    Struct inputs =
        request.getOldInputs().getFieldsCount() > 0 ? request.getOldInputs() : request.getOlds();
    return json(inputs);
  }

  private static DiffResponse diff(FakeAwsDiff diff) {
    return DiffResponse.newBuilder()
        .setChanges(diff.changed().isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
        .addAllDiffs(diff.changed())
        .addAllReplaces(diff.replacing())
        .build();
  }

  /** The engine keeps what the resource is now, and updates it again in the next run. */
  private static StatusRuntimeException partialFailure(SnapshotFailed failure) {
    ErrorResourceInitFailed partial =
        ErrorResourceInitFailed.newBuilder()
            .setId(failure.outputs().get("id").getAsString())
            .setProperties(struct(failure.outputs()))
            .addReasons(failure.getMessage())
            .build();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Code.UNKNOWN_VALUE)
            .setMessage(failure.getMessage())
            .addDetails(Any.pack(partial))
            .build());
  }

  private static <T> void respond(StreamObserver<T> observer, Supplier<T> response) {
    try {
      observer.onNext(response.get());
      observer.onCompleted();
    } catch (SnapshotFailed e) {
      observer.onError(partialFailure(e));
    } catch (AwsRefusal | RecordingFailed e) {
      observer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
    } catch (RuntimeException e) {
      observer.onError(Status.INTERNAL.withDescription(e.toString()).asRuntimeException());
    }
  }
}

package dev.gatehouse.local.s3;

import dev.gatehouse.local.activity.AwsOperation;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.s3.ObjectOperations.Source;
import dev.gatehouse.local.s3.buckets.Bucket;
import dev.gatehouse.local.s3.buckets.Buckets;
import dev.gatehouse.local.s3.signature.Callers;
import dev.gatehouse.local.state.StateStore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Amazon S3 with the buckets of the plan. */
public final class S3 implements Service {

  private final Buckets buckets;
  private final Callers callers;
  private final S3Permissions permissions;
  private final BucketOperations bucketOperations;
  private final ObjectOperations objects;

  private S3(
      Buckets buckets, Callers callers, S3Permissions permissions, ObjectOperations objects) {
    this.buckets = buckets;
    this.callers = callers;
    this.permissions = permissions;
    this.bucketOperations = new BucketOperations(buckets);
    this.objects = objects;
  }

  /** Creates the buckets of the plan; throws {@code PlanInvalid} for what is not supported. */
  public static S3 of(
      Plan plan, MovableClock clock, StateStore state, Iam iam, AsyncLambdaInvoker functions) {
    return new S3(
        new Buckets(plan, clock, state),
        new Callers(iam.sessions(), clock),
        new S3Permissions(iam.authorizer()),
        new ObjectOperations(clock, new ObjectEvents(functions, clock)));
  }

  /** Returns whether a request is for S3: by its signature, or by the name of a bucket. */
  public boolean isFor(Request request) {
    if (request.header("X-Amz-Target").isPresent() || request.path().startsWith("/_")) {
      return false;
    }
    return AwsOperation.of(request).service().equals("s3") || isForBucket(request);
  }

  /** Returns whether a request names a bucket, whose rules decide about pages. */
  public boolean isForBucket(Request request) {
    try {
      return buckets.find(S3Address.of(request, buckets.all()).bucket()).isPresent();
    } catch (S3Exception malformed) {
      return false;
    }
  }

  @Override
  public Response handle(Request request) {
    Optional<Bucket> bucket = Optional.empty();
    Response response;
    try {
      S3Address address = S3Address.of(request, buckets.all());
      bucket = buckets.find(address.bucket());
      if (request.method().equals("OPTIONS")) {
        return new S3Cors(bucket.orElseThrow(() -> noSuchBucket(address.bucket())))
            .preflight(request);
      }
      response = execute(request, address);
    } catch (S3Exception e) {
      response = S3Xml.error(e, request.path());
    }
    Response answer = response;
    return bucket.map(it -> new S3Cors(it).apply(request, answer)).orElse(answer);
  }

  private Response execute(Request request, S3Address address) {
    Optional<AssumedRole> caller = callers.of(request);
    S3Operation operation = S3Operation.of(request, address);
    caller.ifPresent(role -> permissions.require(role, operation, address));
    if (operation == S3Operation.LIST_BUCKETS) {
      return bucketOperations.listBuckets();
    }
    Bucket bucket = bucket(address.bucket());
    String key = address.key();
    try {
      return switch (operation) {
        case COPY_OBJECT -> objects.copy(request, source(request, caller), bucket, key);
        case DELETE_OBJECT -> objects.delete(request, bucket, key);
        case GET_BUCKET_LOCATION -> bucketOperations.location();
        case GET_OBJECT -> objects.get(request, bucket, key);
        case HEAD_BUCKET -> bucketOperations.head();
        // The port sends its length and no body.
        case HEAD_OBJECT -> objects.get(request, bucket, key);
        case LIST_BUCKETS -> bucketOperations.listBuckets();
        case LIST_OBJECTS_V2 -> bucketOperations.list(request, bucket);
        case PUT_OBJECT -> objects.put(request, bucket, key);
      };
    } catch (S3Exception e) {
      // Who may not list must not learn that there is no such object.
      if (e.status() == 404
          && caller.isPresent()
          && !permissions.mayList(caller.get(), address.bucket())) {
        throw S3Exception.accessDenied();
      }
      throw e;
    }
  }

  private Source source(Request request, Optional<AssumedRole> caller) {
    String[] parts =
        URLDecoder.decode(request.header("x-amz-copy-source").orElse(""), StandardCharsets.UTF_8)
            .replaceFirst("^/", "")
            .split("/", 2);
    if (parts.length != 2) {
      throw new S3Exception(
          400, "InvalidArgument", "Copy Source must mention the source bucket and key");
    }
    S3Address address = new S3Address(parts[0], parts[1]);
    caller.ifPresent(
        role -> permissions.require(role, "s3:GetObject", S3Permissions.resource(address)));
    return new Source(bucket(address.bucket()), address.key());
  }

  private Bucket bucket(String name) {
    return buckets.find(name).orElseThrow(() -> noSuchBucket(name));
  }

  private static S3Exception noSuchBucket(String name) {
    return new S3Exception(
        404, "NoSuchBucket", "The specified bucket does not exist", Map.of("BucketName", name));
  }
}

package dev.gatehouse.local.s3;

import static dev.gatehouse.local.plan.PlanResources.resource;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** S3 with the bucket {@code files}, called by the account's administrator. */
final class TestS3 {
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/s3/aws4_request,"
          + " SignedHeaders=host, Signature=00";

  final MovableClock clock = new MovableClock(new TestClock());

  /** The events that functions were told of. */
  final List<String> events = new ArrayList<>();

  final S3 s3;

  TestS3() {
    this(StateStore.none());
  }

  TestS3(StateStore state) {
    s3 = S3.of(plan(), clock, state, Iam.of(plan()), new Functions());
  }

  static Plan plan() {
    return PlanResources.plan(Stream.concat(lockedBucket(), bucketOfFiles()).toList());
  }

  private static Stream<Resource> lockedBucket() {
    return Stream.of(
        resource(
            "aws:s3/bucketV2:BucketV2",
            "locked",
            "{\"objectLockEnabled\": true}",
            "{\"bucket\": \"locked\", \"id\": \"locked\", \"arn\": \"arn:aws:s3:::locked\"}"),
        resource(
            "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
            "locked",
            """
                {"bucket": "locked", "rule": {"defaultRetention": {"mode": "GOVERNANCE",
                  "days": 14.0}}}
                """,
            "{}"));
  }

  private static Stream<Resource> bucketOfFiles() {
    return Stream.of(
        resource(
            "aws:s3/bucketV2:BucketV2",
            "files",
            "{\"forceDestroy\": false}",
            "{\"bucket\": \"files\", \"id\": \"files\", \"arn\": \"arn:aws:s3:::files\"}"),
        resource(
            "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
            "files",
            """
                {"bucket": "files", "corsRules": [{"allowedOrigins": ["https://*.example.com"],
                  "allowedMethods": ["PUT"], "allowedHeaders": ["Content-Type"],
                  "maxAgeSeconds": 60.0}]}
                """,
            "{}"),
        resource(
            "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
            "files",
            """
                {"bucket": "files", "rules": [{"id": "uploads", "status": "Enabled",
                  "filter": {"prefix": "incoming/"}, "expiration": {"days": 1.0}}]}
                """,
            "{}"),
        resource(
            "aws:s3/bucketNotification:BucketNotification",
            "files",
            """
                {"bucket": "files", "lambdaFunctions": [{"lambdaFunctionArn": "arn:f",
                  "events": ["s3:ObjectCreated:*"], "filterPrefix": "incoming/"}]}
                """,
            "{}"));
  }

  Response call(String method, String path, Map<String, String> headers, byte[] body) {
    Map<String, String> signed = new LinkedHashMap<>(headers);
    signed.put("Authorization", SIGNED);
    return anonymous(method, path, signed, body);
  }

  Response call(String method, String path) {
    return call(method, path, Map.of(), new byte[0]);
  }

  Response put(String key, String content) {
    return call(
        "PUT", "/files/" + key, Map.of("Content-Type", "text/plain"), content.getBytes(UTF_8));
  }

  Response anonymous(String method, String path, Map<String, String> headers, byte[] body) {
    String[] parts = path.split("\\?", 2);
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("Host", List.of("localhost:4566"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return s3.handle(
        new Request(
            method,
            parts[0],
            UrlEncoded.decode(parts.length == 1 ? null : parts[1]),
            all,
            "127.0.0.1",
            body));
  }

  private final class Functions implements AsyncLambdaInvoker {
    @Override
    public InvocationResult invokeAsync(
        String functionArn, String principal, String sourceArn, String event) {
      events.add(functionArn + " " + principal + " " + sourceArn + " " + event);
      return new InvocationResult.Succeeded("");
    }

    @Override
    public InvocationResult invoke(
        String functionArn, String principal, String sourceArn, String event, Duration timeout) {
      throw new UnsupportedOperationException();
    }
  }
}

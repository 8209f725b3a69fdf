package dev.gatehouse.local.s3;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.s3.buckets.Bucket;
import dev.gatehouse.local.s3.buckets.FunctionNotification;
import dev.gatehouse.local.s3.buckets.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events about objects, of which S3 tells functions; a function that fails is not told again.
 */
final class ObjectEvents {
  private static final System.Logger LOG = System.getLogger(ObjectEvents.class.getName());
  private static final String PRINCIPAL = "s3.amazonaws.com";
  private static final String OWNER = "LOCAL";

  private final AsyncLambdaInvoker functions;
  private final Clock clock;
  private final AtomicLong sequencer = new AtomicLong(System.nanoTime());

  ObjectEvents(AsyncLambdaInvoker functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  void created(String event, Request request, Bucket bucket, String key, StoredObject object) {
    tell(event, request, bucket, key, object);
  }

  void removed(Request request, Bucket bucket, String key) {
    tell("ObjectRemoved:Delete", request, bucket, key, null);
  }

  private void tell(
      String event, Request request, Bucket bucket, String key, @Nullable StoredObject object) {
    for (FunctionNotification notification : bucket.notifications()) {
      if (notification.isAbout(event, key)) {
        InvocationResult result =
            functions.invokeAsync(
                notification.functionArn(),
                PRINCIPAL,
                bucket.arn(),
                Json.text(event(event, request, bucket, notification, content(key, object))));
        if (!(result instanceof InvocationResult.Succeeded)) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} was not told of an object: {1}",
              notification.functionArn(),
              result);
        }
      }
    }
  }

  private JsonObject content(String key, @Nullable StoredObject object) {
    JsonObject content =
        Json.object("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
    if (object != null) {
      content.addProperty("size", object.size());
      content.addProperty("eTag", object.etag());
    }
    content.addProperty(
        "sequencer", String.format(Locale.ROOT, "%018X", sequencer.incrementAndGet()));
    return content;
  }

  /** Returns the event in the form of version 2.1. */
  private JsonObject event(
      String name,
      Request request,
      Bucket bucket,
      FunctionNotification notification,
      JsonObject object) {
    JsonArray records = new JsonArray();
    records.add(
        Json.object(
            "eventVersion", "2.1",
            "eventSource", "aws:s3",
            "awsRegion", "us-east-1",
            "eventTime", clock.instant().toString(),
            "eventName", name,
            "userIdentity", Json.object("principalId", OWNER),
            "requestParameters", Json.object("sourceIPAddress", request.sourceIp()),
            "responseElements",
                Json.object("x-amz-request-id", UUID.randomUUID().toString(), "x-amz-id-2", OWNER),
            "s3",
                Json.object(
                    "s3SchemaVersion",
                    "1.0",
                    "configurationId",
                    notification.id(),
                    "bucket",
                    Json.object(
                        "name", bucket.name(),
                        "ownerIdentity", Json.object("principalId", OWNER),
                        "arn", bucket.arn()),
                    "object",
                    object)));
    return Json.object("Records", records);
  }
}

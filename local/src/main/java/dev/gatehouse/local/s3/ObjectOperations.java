package dev.gatehouse.local.s3;

import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.s3.buckets.Bucket;
import dev.gatehouse.local.s3.buckets.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operations on one object. */
record ObjectOperations(Clock clock, ObjectEvents events) {
  /** The length of a key in UTF-8. */
  private static final int LONGEST_KEY = 1024;

  Response put(Request request, Bucket bucket, String key) {
    requireKey(key);
    Payload payload = Payload.of(request);
    requireChecksum(request, bucket, payload);
    Map<String, String> headers = new TreeMap<>(ObjectHeaders.of(request));
    headers.putAll(payload.checksums());
    StoredObject object = StoredObject.of(payload.content(), headers, clock.instant());
    bucket.put(key, object);
    events.created("ObjectCreated:Put", request, bucket, key, object);
    Response response =
        new Response(200, Map.of(), new byte[0])
            .with("ETag", ObjectHeaders.quoted(object.etag()))
            .with("x-amz-server-side-encryption", "AES256");
    for (Map.Entry<String, String> checksum : payload.checksums().entrySet()) {
      response = response.with(checksum.getKey(), checksum.getValue());
    }
    return response;
  }

  /** S3 wants to be sure of what nobody can correct for days. */
  private static void requireChecksum(Request request, Bucket bucket, Payload payload) {
    if (bucket.hasLock()
        && payload.checksums().isEmpty()
        && request.header("Content-MD5").isEmpty()) {
      throw new S3Exception(
          400,
          "InvalidRequest",
          "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with"
              + " Object Lock parameters");
    }
  }

  Response get(Request request, Bucket bucket, String key) {
    StoredObject object = existing(bucket, key);
    boolean withChecksum =
        request.header("x-amz-checksum-mode").filter("ENABLED"::equals).isPresent();
    return ObjectHeaders.add(new Response(200, Map.of(), object.content()), object, withChecksum);
  }

  Response copy(Request request, Source source, Bucket bucket, String key) {
    requireKey(key);
    StoredObject original = existing(source.bucket(), source.key());
    boolean replaced =
        request.header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
    StoredObject copy =
        original.copy(replaced ? ObjectHeaders.of(request) : original.headers(), clock.instant());
    bucket.put(key, copy);
    events.created("ObjectCreated:Copy", request, bucket, key, copy);
    return S3Xml.success(
        "CopyObjectResult",
        xml -> {
          QueryXml.text("ETag", ObjectHeaders.quoted(copy.etag())).write(xml);
          QueryXml.text("LastModified", copy.lastModified().toString()).write(xml);
        });
  }

  /** Succeeds without an object too. */
  Response delete(Request request, Bucket bucket, String key) {
    Optional<StoredObject> object = bucket.object(key);
    if (bucket.delete(key) && object.isPresent()) {
      events.removed(request, bucket, key);
    }
    return new Response(204, Map.of(), new byte[0]);
  }

  /** The object that is copied. */
  record Source(Bucket bucket, String key) {}

  private static StoredObject existing(Bucket bucket, String key) {
    return bucket
        .object(key)
        .orElseThrow(
            () ->
                new S3Exception(
                    404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key)));
  }

  private static void requireKey(String key) {
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw new S3Exception(400, "KeyTooLongError", "Your key is too long");
    }
  }
}

package dev.gatehouse.local.s3;

import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.s3.buckets.Bucket;
import dev.gatehouse.local.s3.buckets.Buckets;
import dev.gatehouse.local.s3.buckets.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The operations on buckets. */
record BucketOperations(Buckets buckets) {
  private static final int MOST_KEYS = 1000;

  Response listBuckets() {
    return S3Xml.success(
        "ListAllMyBucketsResult",
        QueryXml.element(
            "Buckets",
            xml -> {
              for (Bucket bucket : buckets.all()) {
                QueryXml.element(
                        "Bucket",
                        inner -> {
                          QueryXml.text("Name", bucket.name()).write(inner);
                          QueryXml.text("CreationDate", bucket.created().toString()).write(inner);
                        })
                    .write(xml);
              }
            }));
  }

  /** The location of us-east-1 is empty. */
  Response location() {
    return S3Xml.success("LocationConstraint", xml -> {});
  }

  Response head() {
    return new Response(200, Map.of(), new byte[0]).with("x-amz-bucket-region", "us-east-1");
  }

  /** Lists keys; those with the delimiter behind the prefix count once for each common prefix. */
  Response list(Request request, Bucket bucket) {
    String prefix = request.parameter("prefix").orElse("");
    String delimiter = request.parameter("delimiter").orElse("");
    int limit = limit(request.parameter("max-keys").orElse(Integer.toString(MOST_KEYS)));
    SortedMap<String, StoredObject> contents = new TreeMap<>();
    TreeSet<String> prefixes = new TreeSet<>();
    String last = "";
    boolean truncated = false;
    for (Map.Entry<String, StoredObject> entry : after(request, bucket).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        continue;
      }
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      String common = end < 0 ? "" : key.substring(0, end + delimiter.length());
      if (!prefixes.contains(common) && contents.size() + prefixes.size() == limit) {
        truncated = true;
        break;
      }
      last = key;
      if (common.isEmpty()) {
        contents.put(key, entry.getValue());
      } else {
        prefixes.add(common);
      }
    }
    Page page = new Page(contents, prefixes, truncated ? token(last) : "", limit);
    return S3Xml.success("ListBucketResult", xml -> write(xml, request, bucket, page));
  }

  /** A page of a list; the token of the next one is empty on the last. */
  private record Page(
      SortedMap<String, StoredObject> contents, TreeSet<String> prefixes, String next, int limit) {}

  private static NavigableMap<String, StoredObject> after(Request request, Bucket bucket) {
    String start =
        request
            .parameter("continuation-token")
            .map(BucketOperations::key)
            .or(() -> request.parameter("start-after"))
            .orElse("");
    return bucket.objects().tailMap(start, false);
  }

  private static void write(XMLStreamWriter xml, Request request, Bucket bucket, Page page)
      throws XMLStreamException {
    boolean encoded = request.parameter("encoding-type").filter("url"::equals).isPresent();
    QueryXml.text("Name", bucket.name()).write(xml);
    QueryXml.text("Prefix", name(request.parameter("prefix").orElse(""), encoded)).write(xml);
    QueryXml.text("MaxKeys", Integer.toString(page.limit())).write(xml);
    int count = page.contents().size() + page.prefixes().size();
    QueryXml.text("KeyCount", Integer.toString(count)).write(xml);
    QueryXml.text("IsTruncated", Boolean.toString(!page.next().isEmpty())).write(xml);
    if (encoded) {
      QueryXml.text("EncodingType", "url").write(xml);
    }
    if (!page.next().isEmpty()) {
      QueryXml.text("NextContinuationToken", page.next()).write(xml);
    }
    for (Map.Entry<String, StoredObject> entry : page.contents().entrySet()) {
      StoredObject object = entry.getValue();
      QueryXml.element(
              "Contents",
              inner -> {
                QueryXml.text("Key", name(entry.getKey(), encoded)).write(inner);
                QueryXml.text("LastModified", object.lastModified().toString()).write(inner);
                QueryXml.text("ETag", ObjectHeaders.quoted(object.etag())).write(inner);
                QueryXml.text("Size", Integer.toString(object.size())).write(inner);
                QueryXml.text("StorageClass", "STANDARD").write(inner);
              })
          .write(xml);
    }
    for (String prefix : page.prefixes()) {
      QueryXml.element("CommonPrefixes", QueryXml.text("Prefix", name(prefix, encoded))).write(xml);
    }
  }

  private static String name(String key, boolean encoded) {
    return encoded ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/") : key;
  }

  private static String token(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw invalid("The continuation token provided is incorrect");
    }
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 0) {
        return Math.min(limit, MOST_KEYS);
      }
    } catch (NumberFormatException malformed) {
      // Reported below, like a negative number.
    }
    throw invalid("Argument maxKeys must be an integer between 0 and 2147483647");
  }

  private static S3Exception invalid(String message) {
    return new S3Exception(400, "InvalidArgument", message);
  }
}

package dev.gatehouse.local.s3;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.s3.buckets.Bucket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The bucket and the key that a request names, by virtual host or by path.
 *
 * @param bucket empty for the service itself
 * @param key empty for the bucket itself
 */
record S3Address(String bucket, String key) {

  /** Returns the address of a request; throws {@link S3Exception} for a malformed path. */
  static S3Address of(Request request, List<Bucket> buckets) {
    String path = decoded(request.path().replaceFirst("^/", ""));
    Optional<String> host = virtualHost(request, buckets);
    if (host.isPresent()) {
      return new S3Address(host.get(), path);
    }
    String[] parts = path.split("/", 2);
    return new S3Address(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Returns the bucket that the host begins with: a name may begin with another one. */
  private static Optional<String> virtualHost(Request request, List<Bucket> buckets) {
    String host = request.header("Host").orElse("");
    return buckets.stream()
        .map(Bucket::name)
        .filter(name -> host.startsWith(name + "."))
        .max(Comparator.comparingInt(String::length));
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new S3Exception(400, "InvalidURI", "Couldn't parse the specified URI.");
    }
  }
}

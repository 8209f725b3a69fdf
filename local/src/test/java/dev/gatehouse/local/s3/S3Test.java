package dev.gatehouse.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3Test {
  private final TestS3 s3 = new TestS3();

  @Test
  void objectIsReadAsItWasStored() {
    Response put = s3.put("a/b%20c+d", "hello");

    Response get = s3.call("GET", "/files/a/b%20c%2Bd");

    assertThat(put.status()).isEqualTo(200);
    assertThat(get.text()).isEqualTo("hello");
    assertThat(get.headers())
        .containsEntry("Content-Type", List.of("text/plain"))
        .containsEntry("ETag", put.headers().get("ETag"))
        .containsEntry("Last-Modified", List.of("Sun, 01 Mar 2026 12:00:00 GMT"));
  }

  @Test
  void bucketWithALockTakesNoObjectWithoutAChecksum() {
    byte[] content = "hello".getBytes(UTF_8);

    Response refused = s3.call("PUT", "/locked/a", Map.of(), content);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("InvalidRequest", "Content-MD5");
    assertThat(
            s3.call("PUT", "/locked/a", Map.of("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg=="), content)
                .status())
        .isEqualTo(200);
    assertThat(s3.call("PUT", "/files/a", Map.of(), content).status()).isEqualTo(200);
  }

  @Test
  void hostNamesTheBucketToo() {
    s3.put("a", "hello");

    Response get = s3.call("GET", "/a", Map.of("Host", "files.localhost:4566"), new byte[0]);

    assertThat(get.text()).isEqualTo("hello");
  }

  @Test
  void anonymousCallerReadsAndWritesNothing() {
    s3.put("a", "hello");

    for (String method : List.of("GET", "PUT", "DELETE")) {
      Response response = s3.anonymous(method, "/files/a", Map.of(), new byte[0]);
      assertThat(response.status()).isEqualTo(403);
      assertThat(response.text()).contains("<Code>AccessDenied</Code>");
    }
    assertThat(s3.call("GET", "/files/a").text()).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "AWSAccessKeyId=a&Signature=b&Expires=1, 400, InvalidRequest",
    "X-Amz-Algorithm=AWS4-HMAC-SHA256, 400, AuthorizationQueryParametersError",
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20260301/us-east-1/s3/aws4_request"
        + "&X-Amz-Date=20260301T120000Z&X-Amz-Expires=604801&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=0, 400, AuthorizationQueryParametersError",
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20260301/us-east-1/s3/aws4_request"
        + "&X-Amz-Date=20260301T110000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=0, 403, AccessDenied",
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20260301/us-east-1/s3/aws4_request"
        + "&X-Amz-Date=20260301T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=0, 403, SignatureDoesNotMatch",
  })
  void presignedUrlMustBeWholeInTimeAndRight(String query, int status, String code) {
    Response response = s3.anonymous("GET", "/files/a?" + query, Map.of(), new byte[0]);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).contains("<Code>" + code + "</Code>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /files/none, 404, NoSuchKey",
    "GET, /other/a, 404, NoSuchBucket",
    "GET, /files?versions, 501, NotImplemented",
    "PUT, /new, 501, NotImplemented",
    "POST, /files/a?uploads, 501, NotImplemented",
    "PATCH, /files/a, 405, MethodNotAllowed",
    "GET, /files?list-type=2&max-keys=-1, 400, InvalidArgument",
    "GET, /files?list-type=2&continuation-token=%2E, 400, InvalidArgument",
    "GET, /files/%ZZ, 400, InvalidURI",
  })
  void refusalsAreXml(String method, String path, int status, String code) {
    Response response = s3.call(method, path);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Content-Type", List.of("application/xml"));
    assertThat(response.text()).contains("<Error><Code>" + code + "</Code><Message>");
  }

  @Test
  void conditionsAreIgnoredWhereTheWholeObjectIsAnAnswerAndRefusedElsewhere() {
    s3.put("a", "hello");
    Map<String, String> unchanged = Map.of("If-None-Match", "*");

    assertThat(s3.call("GET", "/files/a", unchanged, new byte[0]).text()).isEqualTo("hello");
    assertThat(s3.call("PUT", "/files/a", unchanged, new byte[0]).status()).isEqualTo(501);
  }

  @Test
  void damagedContentIsRefused() {
    byte[] content = "hello".getBytes(UTF_8);

    assertThat(
            s3.call("PUT", "/files/a", Map.of("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="), content)
                .text())
        .contains("<Code>BadDigest</Code>");
    assertThat(
            s3.call("PUT", "/files/a", Map.of("X-Amz-Checksum-Crc32", "AAAAAA=="), content).text())
        .contains("<Code>BadDigest</Code>");
    assertThat(
            s3.call("PUT", "/files/a", Map.of("X-Amz-Content-Sha256", "0".repeat(64)), content)
                .text())
        .contains("<Code>XAmzContentSHA256Mismatch</Code>");
    assertThat(s3.call("GET", "/files/a").status()).isEqualTo(404);
  }

  @Test
  void chunksOfSdksAreTakenApart() {
    String chunked = "5;chunk-signature=00\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";

    Response put =
        s3.call(
            "PUT",
            "/files/a",
            Map.of(
                "Content-Encoding", "aws-chunked",
                "X-Amz-Content-Sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            chunked.getBytes(UTF_8));

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(s3.call("GET", "/files/a").text()).isEqualTo("hello");
    assertThat(s3.call("GET", "/files/a").headers()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void listIsPagedAndGroupedByTheDelimiter() {
    List.of("a", "b/1", "b/2", "c").forEach(key -> s3.put(key, "x"));

    String first = s3.call("GET", "/files?list-type=2&delimiter=/&max-keys=2").text();
    String token = first.replaceAll(".*<NextContinuationToken>(.*)</Next.*", "$1");
    String second =
        s3.call(
                "GET",
                "/files?list-type=2&delimiter=/&continuation-token=" + token.replace("=", "%3D"))
            .text();

    assertThat(first)
        .contains("<Key>a</Key>", "<Prefix>b/</Prefix>", "<IsTruncated>true</IsTruncated>")
        .doesNotContain("<Key>c</Key>");
    assertThat(second)
        .contains("<Key>c</Key>", "<IsTruncated>false</IsTruncated>")
        .doesNotContain("<Prefix>b/</Prefix>");
  }

  @Test
  void copyHasContentAndTypeOfItsSource() {
    s3.put("a", "hello");

    Response copy =
        s3.call("PUT", "/files/b", Map.of("x-amz-copy-source", "/files/a"), new byte[0]);

    assertThat(copy.text()).contains("<CopyObjectResult");
    assertThat(s3.call("GET", "/files/b").text()).isEqualTo("hello");
    assertThat(s3.call("GET", "/files/b").headers())
        .containsEntry("Content-Type", List.of("text/plain"));
  }

  @Test
  void deletingTwiceSucceeds() {
    s3.put("a", "hello");

    assertThat(s3.call("DELETE", "/files/a").status()).isEqualTo(204);
    assertThat(s3.call("DELETE", "/files/a").status()).isEqualTo(204);
    assertThat(s3.call("GET", "/files/a").status()).isEqualTo(404);
  }

  @Test
  void functionIsToldOfObjectsBelowItsPrefix() {
    s3.put("other/a", "hello");
    s3.put("incoming/b%20c", "hello");

    assertThat(s3.events).hasSize(1);
    assertThat(s3.events.getFirst())
        .startsWith("arn:f s3.amazonaws.com arn:aws:s3:::files {\"Records\":[")
        .contains("\"eventName\":\"ObjectCreated:Put\"", "\"key\":\"incoming/b+c\"", "\"size\":5");
  }

  @Test
  void lifecycleRuleDeletesAtTheMidnightAfterItsDays() {
    s3.put("incoming/a", "hello");
    s3.put("kept", "hello");

    s3.clock.forward(Duration.ofHours(35));
    assertThat(s3.call("GET", "/files/incoming/a").status()).isEqualTo(200);
    s3.clock.forward(Duration.ofHours(1));
    assertThat(s3.call("GET", "/files/incoming/a").status()).isEqualTo(404);
    assertThat(s3.call("GET", "/files/kept").status()).isEqualTo(200);
  }

  @Test
  void pageOfAnAllowedOriginMaySendWhatTheRuleSays() {
    Response allowed = preflight("https://www.example.com", "PUT", "content-type");

    assertThat(allowed.status()).isEqualTo(200);
    assertThat(allowed.headers())
        .containsEntry("Access-Control-Allow-Origin", List.of("https://www.example.com"))
        .containsEntry("Access-Control-Allow-Headers", List.of("content-type"))
        .containsEntry("Access-Control-Max-Age", List.of("60"));
    assertThat(preflight("https://www.example.org", "PUT", "content-type").status()).isEqualTo(403);
    assertThat(preflight("https://www.example.com", "DELETE", "content-type").status())
        .isEqualTo(403);
    assertThat(preflight("https://www.example.com", "PUT", "authorization").status())
        .isEqualTo(403);
  }

  private Response preflight(String origin, String method, String headers) {
    return s3.anonymous(
        "OPTIONS",
        "/files/a",
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", method,
            "Access-Control-Request-Headers", headers),
        new byte[0]);
  }
}

package dev.gatehouse.users.s3;

import dev.gatehouse.lambda.aws.AwsConnection;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Requests to S3, signed by the AWS SDK's own signer and sent by its HTTP client. The SDK's client
 * of S3 would make the archive of the API 4 MB larger for three requests.
 */
final class S3Requests {
  private static final int ATTEMPTS = 3;
  private static final int NOT_FOUND = 404;

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsConnection connection;
  private final S3Endpoint endpoint;
  private final Clock clock;

  S3Requests(AwsConnection connection, S3Endpoint endpoint, Clock clock) {
    this.connection = connection;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** Returns the URL of a request that may be sent until it expires, with just these headers. */
  String presigned(SdkHttpMethod method, String key, Map<String, String> headers, Duration expiry) {
    SdkHttpRequest request = request(method, key, headers);
    SignedRequest signed =
        signer.sign(
            sign ->
                properties(sign)
                    // Over plain HTTP, as in an emulator, the signer would want the content.
                    .request(request.toBuilder().protocol("https").build())
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, expiry));
    return signed.request().toBuilder().protocol(request.protocol()).build().getUri().toString();
  }

  /** Returns the content of an object, or an empty Optional if there is none. */
  Optional<byte[]> get(String key) {
    return send(SdkHttpMethod.GET, key, Map.of(), null);
  }

  /** Stores an object. S3 compares it with its MD5, and demands that in a bucket with a lock. */
  void put(String key, String contentType, byte[] content) {
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            contentType,
            "Content-Length",
            Integer.toString(content.length),
            "Content-MD5",
            Base64.getEncoder().encodeToString(md5(content)));
    Optional<byte[]> unused = send(SdkHttpMethod.PUT, key, headers, content);
  }

  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException notInThisJdk) {
      throw new IllegalStateException(notInThisJdk);
    }
  }

  void delete(String key) {
    Optional<byte[]> unused = send(SdkHttpMethod.DELETE, key, Map.of(), null);
  }

  /** Sends a request, and again after a failure of the service or of the connection. */
  private Optional<byte[]> send(
      SdkHttpMethod method, String key, Map<String, String> headers, byte @Nullable [] content) {
    for (int attempt = 1; ; attempt++) {
      try {
        S3Response response = sendOnce(method, key, headers, content);
        if (response.status() == NOT_FOUND) {
          return Optional.empty();
        }
        if (response.status() < 300) {
          return Optional.of(response.body());
        }
        if (response.status() < 500 || attempt == ATTEMPTS) {
          throw new S3Failed(method.name(), response.status());
        }
      } catch (IOException failed) {
        if (attempt == ATTEMPTS) {
          throw new S3Failed(method.name(), failed);
        }
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record S3Response(int status, byte[] body) {}

  private S3Response sendOnce(
      SdkHttpMethod method, String key, Map<String, String> headers, byte @Nullable [] content)
      throws IOException {
    SignedRequest signed =
        signer.sign(
            sign -> {
              properties(sign).request(request(method, key, headers));
              if (content != null) {
                sign.payload(ContentStreamProvider.fromByteArray(content));
              }
            });
    HttpExecuteResponse response =
        connection
            .http()
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(null))
                    .build())
            .call();
    byte[] body = new byte[0];
    if (response.responseBody().isPresent()) {
      try (var stream = response.responseBody().get()) {
        body = stream.readAllBytes();
      }
    }
    return new S3Response(response.httpResponse().statusCode(), body);
  }

  private SdkHttpRequest request(SdkHttpMethod method, String key, Map<String, String> headers) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(method).uri(endpoint.object(key));
    headers.forEach(request::putHeader);
    return request.build();
  }

  private SignRequest.Builder<AwsCredentialsIdentity> properties(
      SignRequest.Builder<AwsCredentialsIdentity> sign) {
    return sign.identity(connection.credentials())
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())
        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
        .putProperty(HttpSigner.SIGNING_CLOCK, clock);
  }
}

package dev.gatehouse.lambda.aws;

import dev.gatehouse.lambda.priming.Priming;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client for priming. It sends the first calls and remembers the response of each
 * operation; once priming goes deeper, it sends nothing and responds as the service did.
 *
 * @param http sends the first calls
 * @param remembered the last response by operation
 */
record ReplayingHttpClient(SdkHttpClient http, Map<String, Remembered> remembered)
    implements SdkHttpClient {
  /** For an operation that was never called: a refusal that the SDK does not retry. */
  private static final Remembered REFUSED =
      new Remembered(
          SdkHttpResponse.builder().statusCode(400).build(),
          SdkBytes.fromUtf8String("{\"__type\":\"Priming\"}"));

  /** A response with its whole body. */
  record Remembered(SdkHttpResponse head, SdkBytes body) {
    HttpExecuteResponse response() {
      return HttpExecuteResponse.builder()
          .response(head)
          .responseBody(AbortableInputStream.create(body.asInputStream()))
          .build();
    }
  }

  /** Creates a client that remembers nothing yet. */
  ReplayingHttpClient(SdkHttpClient http) {
    this(http, new ConcurrentHashMap<>());
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String operation = operation(request.httpRequest());
    return Priming.isReplaying()
        ? new ReplayedCall(remembered.getOrDefault(operation, REFUSED))
        : new RememberedCall(http.prepareRequest(request), operation, remembered);
  }

  /** Returns the name of the operation, or method and path for services without. */
  private static String operation(SdkHttpRequest request) {
    return request
        .firstMatchingHeader("X-Amz-Target")
        .orElseGet(() -> request.method() + " " + request.encodedPath());
  }

  @Override
  public void close() {
    http.close();
  }

  private record ReplayedCall(Remembered response) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      return response.response();
    }

    @Override
    public void abort() {}
  }

  private record RememberedCall(
      ExecutableHttpRequest request, String operation, Map<String, Remembered> remembered)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      HttpExecuteResponse response = request.call();
      SdkBytes body = SdkBytes.fromByteArrayUnsafe(new byte[0]);
      if (response.responseBody().isPresent()) {
        try (AbortableInputStream stream = response.responseBody().get()) {
          body = SdkBytes.fromInputStream(stream);
        }
      }
      Remembered whole = new Remembered(response.httpResponse(), body);
      remembered.put(operation, whole);
      return whole.response();
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}

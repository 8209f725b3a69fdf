package dev.gatehouse.lambda.aws;

import dev.gatehouse.lambda.priming.Priming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * An HTTP client for priming. It sends the first calls and remembers the response of each
 * operation. Once priming replays, each call goes to a server of this process, which responds as
 * the service did.
 */
final class ReplayingHttpClient implements SdkHttpClient {
  private final SdkHttpClient http;
  private final Map<String, RememberedResponse> remembered = new ConcurrentHashMap<>();
  private @Nullable LoopbackServer server;

  /**
   * Creates a client that remembers nothing yet.
   *
   * @param http sends all calls, and is closed with this client
   */
  ReplayingHttpClient(SdkHttpClient http) {
    this.http = http;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String operation = operation(request.httpRequest());
    return Priming.isReplaying()
        ? http.prepareRequest(toServer(request, operation))
        : new RememberedCall(http.prepareRequest(request), operation, remembered);
  }

  /** Returns the name of the operation, or method and path for services without. */
  private static String operation(SdkHttpRequest request) {
    return request
        .firstMatchingHeader("X-Amz-Target")
        .orElseGet(() -> request.method() + " " + request.encodedPath());
  }

  private HttpExecuteRequest toServer(HttpExecuteRequest request, String operation) {
    SdkHttpRequest redirected =
        request.httpRequest().toBuilder()
            .protocol("http")
            .host("127.0.0.1")
            .port(server().port())
            .removeHeader("Connection")
            .putHeader(LoopbackServer.RESPONSE, operation)
            .build();
    return HttpExecuteRequest.builder()
        .request(redirected)
        .contentStreamProvider(request.contentStreamProvider().orElse(null))
        .metricCollector(request.metricCollector().orElse(null))
        .build();
  }

  private synchronized LoopbackServer server() {
    @Nullable LoopbackServer started = server;
    if (started == null) {
      try {
        started = new LoopbackServer(remembered);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = started;
    }
    return started;
  }

  /** Closes every connection; returns when the server has seen it. */
  @Override
  public synchronized void close() {
    http.close();
    @Nullable LoopbackServer started = server;
    if (started != null) {
      try {
        started.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record RememberedCall(
      ExecutableHttpRequest request, String operation, Map<String, RememberedResponse> remembered)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      RememberedResponse response = RememberedResponse.read(request.call());
      remembered.put(operation, response);
      return response.response();
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}

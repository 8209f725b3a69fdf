package dev.gatehouse.local.dynamodb;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** Passes requests on to another server, and its answers back. */
final class Forwarding implements AutoCloseable {

  /** Headers of one connection, which say nothing on the next. */
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "transfer-encoding",
          "upgrade");

  /**
   * Nobody checks signatures here, but DynamoDB Local refuses access keys that are not letters and
   * digits: any credentials become these.
   */
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Response send(Request request, URI to) throws IOException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(to.resolve(path(request)))
            .timeout(Duration.ofSeconds(60))
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach((name, values) -> copy(name, values, forwarded));
    try {
      HttpResponse<byte[]> answer = client.send(forwarded.build(), BodyHandlers.ofByteArray());
      return new Response(answer.statusCode(), headers(answer), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** DynamoDB has one path; what else a client may send is no reason to fail. */
  private static String path(Request request) {
    return request.path().matches("/[A-Za-z0-9/._~-]*") ? request.path() : "/";
  }

  private static void copy(String name, List<String> values, HttpRequest.Builder to) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("authorization")) {
      to.header(name, SIGNED);
    } else if (!HOP.contains(lower)) {
      values.forEach(value -> to.header(name, value));
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> HOP.contains(name.toLowerCase(Locale.ROOT)));
    return headers;
  }
}

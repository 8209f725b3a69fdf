package dev.gatehouse.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** HTTP requests with JSON, on connections that stay open. */
final class HttpJson {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private HttpJson() {}

  /** Returns the body of a response of the given status; throws {@link IOException} for another. */
  static String send(String method, URI uri, String body, int status, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != status) {
        throw new IOException(
            method
                + " "
                + uri.getPath()
                + " returned "
                + response.statusCode()
                + ": "
                + response.body());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns the response of an operation of Cognito or DynamoDB. */
  static String call(URI aws, String service, String operation, String body) throws IOException {
    return call(aws, service, operation, body, 200);
  }

  /** Returns the response of an operation of Cognito that ends with this status. */
  static String cognito(URI aws, String operation, String body, int status) throws IOException {
    return call(aws, "cognito-idp", operation, body, status);
  }

  private static String call(URI aws, String service, String operation, String body, int status)
      throws IOException {
    boolean table = service.equals("dynamodb");
    String target = table ? "DynamoDB_20120810." : "AWSCognitoIdentityProviderService.";
    return send(
        "POST",
        aws,
        body,
        status,
        "Content-Type",
        "application/x-amz-json-1." + (table ? 0 : 1),
        "X-Amz-Target",
        target + operation,
        "X-Amz-Date",
        "20260101T000000Z",
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/"
            + service
            + "/aws4_request, SignedHeaders=host, Signature=0");
  }
}

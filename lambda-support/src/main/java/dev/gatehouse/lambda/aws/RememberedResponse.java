package dev.gatehouse.lambda.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A response of a service with its whole body. */
record RememberedResponse(SdkHttpResponse head, SdkBytes body) {
  /** For an operation that was never called: a refusal that the SDK does not retry. */
  static final RememberedResponse REFUSED =
      new RememberedResponse(
          SdkHttpResponse.builder().statusCode(400).build(),
          SdkBytes.fromUtf8String("{\"__type\":\"Priming\"}"));

  /** Headers about the connection that the response came through. */
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

  /** Reads a response to its end. */
  static RememberedResponse read(HttpExecuteResponse response) throws IOException {
    Optional<AbortableInputStream> body = response.responseBody();
    if (body.isEmpty()) {
      return new RememberedResponse(
          response.httpResponse(), SdkBytes.fromByteArrayUnsafe(new byte[0]));
    }
    try (AbortableInputStream stream = body.get()) {
      return new RememberedResponse(response.httpResponse(), SdkBytes.fromInputStream(stream));
    }
  }

  /** Returns the response as the HTTP client returned it. */
  HttpExecuteResponse response() {
    return HttpExecuteResponse.builder()
        .response(head)
        .responseBody(AbortableInputStream.create(body.asInputStream()))
        .build();
  }

  /** Returns the response as HTTP sends it, the last one of its connection or not. */
  byte[] octets(boolean last) {
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(head.statusCode()).append(" \r\n");
    head.forEachHeader(
        (name, values) -> {
          if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> text.append(name).append(": ").append(value).append("\r\n"));
          }
        });
    byte[] content = body.asByteArrayUnsafe();
    text.append(last ? "Connection: close\r\n" : "");
    text.append("Content-Length: ").append(content.length).append("\r\n\r\n");
    byte[] start = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }
}

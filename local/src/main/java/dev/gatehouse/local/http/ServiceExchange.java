package dev.gatehouse.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adapter of a {@link Service} to the JDK's HTTP server. */
final class ServiceExchange implements HttpHandler {

  static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
  private static final long MAX_DRAINED_BYTES = 10L * MAX_BODY_BYTES;
  private static final System.Logger LOG = System.getLogger(ServiceExchange.class.getName());

  private final Service service;

  ServiceExchange(Service service) {
    this.service = service;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        drain(exchange.getRequestBody());
        write(exchange, tooLarge());
      } else {
        write(exchange, handle(request(exchange, body)));
      }
    }
  }

  private Response handle(Request request) {
    try {
      return service.handle(request);
    } catch (RuntimeException | Error e) {
      // Without the exception's message and the query, which may contain user input.
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} {1} failed: {2} at {3}",
          request.method(),
          request.path(),
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
      return Response.of(500, "application/json", "{\"message\": \"Internal server error\"}");
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(capitalize(name), List.copyOf(values)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        UrlEncoded.decode(exchange.getRequestURI().getRawQuery()),
        headers,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  /** Returns a name as Content-Type, which the JDK's server changes to Content-type. */
  private static String capitalize(String name) {
    StringBuilder spelled = new StringBuilder(name);
    for (int i = name.indexOf('-'); i >= 0 && i + 1 < name.length(); i = name.indexOf('-', i + 1)) {
      spelled.setCharAt(i + 1, Character.toUpperCase(name.charAt(i + 1)));
    }
    return spelled.toString();
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    if (response.status() == Response.NONE.status()) {
      return; // The exchange is closed without a response.
    }
    response
        .headers()
        .forEach(
            (name, values) -> exchange.getResponseHeaders().put(name, new ArrayList<>(values)));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.status() == 204;
    if (response.stream() != null && !bodiless) {
      exchange.sendResponseHeaders(response.status(), 0); // chunked
      response.stream().writeTo(exchange.getResponseBody());
    } else if (bodiless || response.body().length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  /** Reads the rest of the body, since a client that still sends does not see a response. */
  private static void drain(InputStream rest) throws IOException {
    long left = MAX_DRAINED_BYTES;
    byte[] sink = new byte[64 * 1024];
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = rest.read(sink);
    }
  }

  private static Response tooLarge() {
    return Response.of(
        413,
        "application/json",
        String.format(
            Locale.ROOT,
            "{\"message\": \"HTTP content length exceeded %d bytes.\"}",
            MAX_BODY_BYTES));
  }
}

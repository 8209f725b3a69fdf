package dev.gatehouse.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what the JDK's server reads into a {@link Request}, and a {@link Response} into bytes. */
final class Exchange implements HttpHandler {

  static final int LARGEST_BODY = 10 * 1024 * 1024;
  private static final long DRAINED_AT_MOST = 10L * LARGEST_BODY;
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final Service service;

  Exchange(Service service) {
    this.service = service;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        drain(exchange.getRequestBody());
        write(exchange, tooLarge());
      } else {
        write(exchange, answer(request(exchange, body)));
      }
    }
  }

  private Response answer(Request request) {
    try {
      return service.answer(request);
    } catch (RuntimeException e) {
      // Neither the exception's message nor the query: both may hold what a person typed.
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
        .forEach((name, values) -> headers.put(capitals(name), List.copyOf(values)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        UrlEncoded.decode(exchange.getRequestURI().getRawQuery()),
        headers,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  /** The JDK's server spells Content-type; clients and API Gateway spell Content-Type. */
  private static String capitals(String name) {
    StringBuilder spelled = new StringBuilder(name);
    for (int i = name.indexOf('-'); i >= 0 && i + 1 < name.length(); i = name.indexOf('-', i + 1)) {
      spelled.setCharAt(i + 1, Character.toUpperCase(name.charAt(i + 1)));
    }
    return spelled.toString();
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    response
        .headers()
        .forEach(
            (name, values) -> exchange.getResponseHeaders().put(name, new ArrayList<>(values)));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.status() == 204;
    if (bodiless || response.body().length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  /** A client that is still sending would never see an answer written before its last byte. */
  private static void drain(InputStream rest) throws IOException {
    long left = DRAINED_AT_MOST;
    byte[] sink = new byte[64 * 1024];
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = rest.read(sink);
    }
  }

  private static Response tooLarge() {
    return Response.of(
        413,
        "application/json",
        "{\"message\": \"HTTP content length exceeded %d bytes.\"}".formatted(LARGEST_BODY));
  }
}

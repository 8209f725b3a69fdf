package dev.gatehouse.local.demo;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The demo's static files, and its configuration at {@code /config.json}. The page is at the paths
 * to which the hosted pages come back, too.
 *
 * @param config the emulator's endpoints and ids, as {@code GET /_gatehouse} returns them
 * @param connectable the origins that the page calls, separated by blanks
 */
public record DemoPages(Service config, String connectable) implements Service {

  private static final String PAGE = "index.html";

  private static final Map<String, String> FILES =
      Map.of(
          "/", PAGE,
          "/signed-in", PAGE,
          "/signed-out", PAGE,
          "/demo.css", "demo.css",
          "/demo.mjs", "demo.mjs",
          "/cognito.mjs", "cognito.mjs",
          "/oauth.mjs", "oauth.mjs",
          "/pictures.mjs", "pictures.mjs",
          "/srp.mjs", "srp.mjs");

  @Override
  public Response handle(Request request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Response.of(405, "text/plain", "Only GET and HEAD are supported.\n")
          .with("Allow", "GET, HEAD");
    }
    if (request.path().equals("/config.json")) {
      return protect(config.handle(request));
    }
    String file = FILES.get(request.path());
    return file == null
        ? Response.of(404, "text/plain", "The demo is at /.\n")
        : protect(Response.of(200, type(file), content(file)));
  }

  /** Adds a policy under which the page loads its own files and calls the emulator only. */
  private Response protect(Response response) {
    return response
        .with("Cache-Control", "no-store")
        .with(
            "Content-Security-Policy",
            ("default-src 'none'; script-src 'self'; style-src 'self'; img-src data: %1$s;"
                    + " connect-src 'self' %1$s; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'")
                .formatted(connectable))
        // The address of /signed-in has a code.
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY");
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      default -> "text/javascript; charset=utf-8";
    };
  }

  private static String content(String file) {
    try (InputStream in = DemoPages.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

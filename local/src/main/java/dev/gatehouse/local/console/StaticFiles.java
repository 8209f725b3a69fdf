package dev.gatehouse.local.console;

import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The style sheet and the script. */
final class StaticFiles {

  private StaticFiles() {}

  static Stream<Route> routes() {
    return Stream.of(
        file("console.css", "text/css; charset=utf-8"),
        file("console.js", "text/javascript; charset=utf-8"));
  }

  private static Route file(String name, String type) {
    String text = read(name);
    return Route.of(
        "GET",
        "/_gatehouse/console/" + name,
        request ->
            Response.of(200, type, text)
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff"));
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

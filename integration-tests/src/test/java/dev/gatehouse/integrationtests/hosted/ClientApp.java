package dev.gatehouse.integrationtests.hosted;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The web page of the product, the callback of the hosted pages. */
public final class ClientApp {
  private final HttpServer server;

  private ClientApp(HttpServer server) {
    this.server = server;
  }

  /** Starts the server of the page. */
  public static ClientApp start() throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page =
              "<!doctype html><title>The product</title>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return new ClientApp(server);
  }

  /** Returns the callback URL of a sign-in. */
  public URI signedIn() {
    return page("/signed-in");
  }

  /** Returns the callback URL of a sign-out. */
  URI signedOut() {
    return page("/signed-out");
  }

  private URI page(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }
}

package dev.gatehouse.triggers.postconfirmation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.RecordedLog;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crac.Core;

/** A process that calls the function, primed or not, and counts the classes that are loaded. */
public final class PrimedCall {
  private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();
  private static final Map<String, String> SETTINGS =
      Map.of("USERS_TABLE", "users", "AWS_REGION", "us-east-1");

  private static final String REFUSED =
      """
      {"__type": "TransactionCanceledException",
       "CancellationReasons": [{"Code": "None"}, {"Code": "ConditionalCheckFailed"}]}
      """;

  private PrimedCall() {}

  /** Prints the classes loaded by the first two calls; arguments: {@code primed} or not, event. */
  public static void main(String[] args) throws IOException {
    HttpServer table =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    table.createContext("/", PrimedCall::respond);
    table.start();
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + table.getAddress().getPort());
    String event = Files.readString(Path.of(args[1]));
    PostConfirmationHandler handler =
        new PostConfirmationHandler(
            PostConfirmationHandler.copies(new FunctionSettings(SETTINGS)),
            () -> PostConfirmationHandler.lastAttempt(new FunctionSettings(SETTINGS)),
            row -> {
              throw new IllegalStateException("the row was deferred");
            },
            PasswordNotices.NONE,
            RecordedLog.CLOCK,
            InvocationLog.silent("post-confirmation"));
    if (args[0].equals("primed")) {
      PostConfirmationPriming.of(new FunctionSettings(SETTINGS))
          .beforeCheckpoint(Core.getGlobalContext());
    }
    System.out.println(loadedBy(handler, event) + " " + loadedBy(handler, event));
    table.stop(0);
  }

  private static long loadedBy(PostConfirmationHandler handler, String event) {
    long before = CLASSES.getTotalLoadedClassCount();
    EventJson json = new EventJson();
    PostConfirmationEvent read = json.fromJson(event, PostConfirmationEvent.class);
    PostConfirmationEvent answer = handler.handleRequest(read, new AnyContext("request-1"));
    json.toJson(answer, OutputStream.nullOutputStream(), PostConfirmationEvent.class);
    return CLASSES.getTotalLoadedClassCount() - before;
  }

  private static void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      boolean priming = body.contains("attribute_exists");
      byte[] response = (priming ? REFUSED : "{}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(priming ? 400 : 200, response.length);
      exchange.getResponseBody().write(response);
    }
  }
}

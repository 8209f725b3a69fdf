package dev.gatehouse.pulumi.settings;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The init of a function as Lambda does it: AWS's runtime interface client in a process of its own,
 * which has the variables as its environment. The client tells the Runtime API of a handler that
 * cannot be created when it gets its first event, which no handler can read here.
 */
final class FunctionInit implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final List<Class<?>> CLIENT =
      List.of(
          AWSLambda.class,
          RequestHandler.class,
          PojoSerializer.class,
          SdkInternalThreadLocal.class);

  /** Later than any test. */
  private static final Instant DEADLINE = Instant.parse("2100-01-01T00:00:00Z");

  private static final Pattern NOT_CREATED =
      Pattern.compile(
          "(^|[.])(ClassNotFoundException|NoClassDefFoundError|NoSuchMethod\\w+|ExceptionInInitializerError)$");

  private final CompletableFuture<String> result = new CompletableFuture<>();
  private final AtomicBoolean sent = new AtomicBoolean();
  private final HttpServer api;

  private FunctionInit() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(RUNTIME + "invocation/next", this::sendEvent);
    api.createContext(RUNTIME + "invocation/", this::receive);
    api.createContext(RUNTIME + "init/error", this::receive);
    api.start();
  }

  /**
   * Returns "taken", or "refused" with the message of the function.
   *
   * @param taskRoot the directory of the unpacked archive
   */
  static String of(Path jdk, Path taskRoot, String handler, Map<String, String> variables)
      throws IOException {
    try (FunctionInit init = new FunctionInit()) {
      Process process = init.builder(jdk, taskRoot, handler, variables).start();
      try {
        CompletableFuture<String> exit =
            process.onExit().thenApply(it -> "exited with " + it.exitValue());
        return CompletableFuture.anyOf(init.result, exit)
            .orTimeout(1, TimeUnit.MINUTES)
            .thenApply(Object::toString)
            .join();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private ProcessBuilder builder(
      Path jdk, Path taskRoot, String handler, Map<String, String> variables) {
    List<String> jars = new ArrayList<>();
    CLIENT.forEach(type -> jars.add(jar(type)));
    ProcessBuilder builder =
        new ProcessBuilder(
            jdk.resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            String.join(File.pathSeparator, jars),
            AWSLambda.class.getName(),
            handler);
    Map<String, String> environment = builder.environment();
    environment.putAll(FunctionArchive.environment(taskRoot));
    environment.putAll(variables);
    environment.put("_HANDLER", handler);
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    return builder
        .directory(taskRoot.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sendEvent(HttpExchange exchange) throws IOException {
    if (sent.getAndSet(true)) {
      // The client has told its result already and waits, as it does in Lambda.
      return;
    }
    byte[] event = "no JSON".getBytes(StandardCharsets.UTF_8);
    // Without one of them the client's native code crashes.
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", "request-1");
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(DEADLINE.toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:0:function:f");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
    exchange.close();
  }

  /** A handler that has been created refuses the event by another exception. */
  private void receive(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
    String error = answer.has("errorType") ? answer.get("errorType").getAsString() : "";
    if (error.endsWith(".InvalidSetting")) {
      result.complete("refused " + answer.get("errorMessage").getAsString());
    } else if (NOT_CREATED.matcher(error).find()) {
      result.complete("not created: " + text);
    } else {
      result.complete("taken");
    }
  }

  @Override
  public void close() {
    api.stop(0);
  }
}

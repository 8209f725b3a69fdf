package dev.gatehouse.local.control;

import dev.gatehouse.local.activity.EventHub.ServerEvent;
import dev.gatehouse.local.activity.LogTail;
import dev.gatehouse.local.activity.LogTail.LogLine;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.History;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The logs of functions: the last lines, and those to come. */
record LogEndpoints(History history) {

  private static final long POLL_MILLIS = 250;

  /** A comment after so many polls without a line, to notice that the reader is gone. */
  private static final int POLLS_OF_HEARTBEAT = 40;

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/_gatehouse/logs", this::last),
        Route.of("GET", "/_gatehouse/logs/stream", this::stream));
  }

  /** Returns the last lines as text, oldest first; with {@code follow} the stream has no end. */
  private Response last(RoutedRequest request) {
    List<String> functions = functions(request);
    int lines = request.number("lines", 50, 0, 10_000);
    List<String> last = new ArrayList<>();
    for (String function : functions) {
      history.log(function, lines).reversed().forEach(line -> last.add(function + ": " + line));
    }
    String text = last.stream().map(LogEndpoints::line).reduce("", String::concat);
    return request.query("follow").equals("true")
        ? Response.streaming(
            "text/plain; charset=utf-8",
            out -> {
              send(out, text);
              follow(out, functions, line -> line(line.function() + ": " + line.text()), "");
            })
        : ControlResponses.text(text);
  }

  private Response stream(RoutedRequest request) {
    List<String> functions = functions(request);
    return Response.streaming(
            "text/event-stream",
            out -> {
              send(out, ": from now on\n\n");
              follow(
                  out,
                  functions,
                  line -> new ServerEvent("line", line.function() + ": " + line.text()).format(),
                  ": still here\n\n");
            })
        .with("Cache-Control", "no-store");
  }

  /** Returns the named function, also by the end of its name, or else all. */
  private List<String> functions(RoutedRequest request) {
    String name = request.query("function");
    List<String> found =
        history.functions().stream()
            .filter(each -> name.isEmpty() || each.equals(name) || each.endsWith("-" + name))
            .toList();
    if (found.isEmpty()) {
      throw new InvalidRequest(
          "function is one of " + String.join(", ", history.functions()) + ".");
    }
    return found;
  }

  private void follow(
      OutputStream out, List<String> functions, Function<LogLine, String> format, String heartbeat)
      throws IOException {
    LogTail tail = new LogTail(history.logs(), functions);
    int idle = 0;
    while (true) {
      List<LogLine> lines = tail.next();
      for (LogLine line : lines) {
        send(out, format.apply(line));
      }
      idle = lines.isEmpty() ? idle + 1 : 0;
      if (idle % POLLS_OF_HEARTBEAT == POLLS_OF_HEARTBEAT - 1 && !heartbeat.isEmpty()) {
        send(out, heartbeat);
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the emulator is stopping");
    }
  }

  private static String line(String text) {
    return PlainText.line(text) + "\n";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

package dev.gatehouse.local.console;

import dev.gatehouse.local.console.view.LogsPage;
import dev.gatehouse.local.console.view.LogsPage.FunctionOption;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.inspect.History;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The logs of functions, with the lines to come. */
record LogPages(HtmlPages html, History history) {

  private static final String LOGS = "/_gatehouse/console/logs";
  private static final int LINES = 200;

  Stream<Route> routes() {
    return Stream.of(Route.of("GET", LOGS, this::logs));
  }

  private Response logs(RoutedRequest request) {
    List<String> functions = history.functions();
    String function =
        functions.contains(request.query("function"))
            ? request.query("function")
            : functions.stream().findFirst().orElse("");
    LogsPage content =
        new LogsPage(
            functions.stream()
                .map(name -> new FunctionOption(name, name.equals(function)))
                .toList(),
            history.log(function, LINES).stream().map(line -> function + ": " + line).toList(),
            "/_gatehouse/logs/stream?" + UrlEncoded.encode(Map.of("function", function)));
    return html.page(request, "Logs", LOGS, content);
  }
}

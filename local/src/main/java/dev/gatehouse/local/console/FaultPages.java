package dev.gatehouse.local.console;

import com.google.gson.JsonObject;
import dev.gatehouse.local.console.FaultsPage.FaultRow;
import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.faults.Fault;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** The faults that are switched on, and forms that switch one on and all off. */
record FaultPages(HtmlPages html, Notices notices, Faults faults, List<String> functions) {

  private static final String FAULTS = "/_gatehouse/console/faults";
  private static final String FUNCTION = "function ";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", FAULTS, this::list),
        Route.of("POST", FAULTS, this::add),
        Route.of("POST", FAULTS + "/clear", this::clear));
  }

  private Response list(RoutedRequest request) {
    FaultsPage page =
        new FaultsPage(faults.active().stream().map(FaultRow::of).toList(), functions);
    return html.page(request, "Faults", FAULTS, page);
  }

  private Response add(RoutedRequest request) {
    try {
      faults.add(Fault.parse(json(request)));
      return notices.redirect(FAULTS, new Notice("The fault is switched on.", false));
    } catch (IllegalArgumentException e) {
      return notices.redirect(FAULTS, new Notice(String.valueOf(e.getMessage()), true));
    }
  }

  private static JsonObject json(RoutedRequest request) {
    JsonObject json = new JsonObject();
    String target = request.field("target");
    if (target.startsWith(FUNCTION)) {
      json.addProperty("function", target.substring(FUNCTION.length()));
    } else {
      json.addProperty("service", target);
      text(json, request, "operation");
    }
    text(json, request, "effect");
    text(json, request, "error");
    number(json, request, "delayMillis", 1);
    number(json, request, "share", 0.01);
    number(json, request, "times", 1);
    return json;
  }

  private static void text(JsonObject json, RoutedRequest request, String name) {
    if (!request.field(name).isBlank()) {
      json.addProperty(name, request.field(name).strip());
    }
  }

  private static void number(JsonObject json, RoutedRequest request, String name, double unit) {
    if (!request.field(name).isBlank()) {
      try {
        json.addProperty(name, Double.parseDouble(request.field(name).strip()) * unit);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " is a number.", e);
      }
    }
  }

  private Response clear(RoutedRequest request) {
    faults.clear();
    return notices.redirect(FAULTS, new Notice("Every fault is switched off.", false));
  }
}

package dev.gatehouse.local.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.local.activity.Masking;
import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.console.view.CallPage;
import dev.gatehouse.local.console.view.CallRow;
import dev.gatehouse.local.console.view.CallsPage;
import dev.gatehouse.local.console.view.MailPage.HeaderField;
import dev.gatehouse.local.console.view.MailPage.UserLink;
import dev.gatehouse.local.console.view.Paging;
import dev.gatehouse.local.console.view.RequestPage;
import dev.gatehouse.local.console.view.RequestRow;
import dev.gatehouse.local.console.view.RequestsPage;
import dev.gatehouse.local.console.view.StepView;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.Replay;
import dev.gatehouse.local.inspect.Users;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requests and function calls, a page for each, and the replay. */
record ActivityPages(HtmlPages html, Notices notices, History history, Replay replay, Users users) {

  private static final String REQUESTS = "/_gatehouse/console/requests";
  private static final String AWS_REQUESTS = "/_gatehouse/console/aws-requests";
  private static final String CALLS = "/_gatehouse/console/calls";
  private static final Notice DROPPED =
      new Notice("It is not among the last 1,000 any more.", true);

  Stream<Route> routes() {
    return Stream.of(
        Route.of(
            "GET",
            REQUESTS,
            request -> requests(request, "Requests to the API", REQUESTS, RecordedRequest::toApi)),
        Route.of(
            "GET",
            AWS_REQUESTS,
            request -> requests(request, "Requests to AWS", AWS_REQUESTS, each -> !each.toApi())),
        Route.of("GET", REQUESTS + "/{id}", this::request),
        Route.of("GET", CALLS, this::calls),
        Route.of("GET", CALLS + "/{id}", this::call),
        Route.of("POST", CALLS + "/{id}/replay", this::replay));
  }

  private Response requests(
      RoutedRequest request, String title, String address, Predicate<RecordedRequest> included) {
    String search = request.query("search");
    String before = request.query("before");
    ListPage<RecordedRequest> page = history.requests(included, search, before, ListPage.SIZE);
    RequestsPage content =
        new RequestsPage(
            Paging.of(address, search, before, page),
            address.equals(REQUESTS) ? LiveRows.REQUEST : LiveRows.AWS_REQUEST,
            page.map(RequestRow::of).items());
    return html.page(request, title, address, content);
  }

  private Response request(RoutedRequest request) {
    RecordedRequest found = history.request(request.id()).orElse(null);
    if (found == null) {
      return notices.redirect(REQUESTS, DROPPED);
    }
    RequestPage content =
        new RequestPage(
            RequestRow.of(found),
            fields(found.requestHeaders()),
            Masking.pretty(found.requestBody()),
            Masking.pretty(found.responseBody()),
            StepView.of(history.causedBy(found)));
    return html.page(request, found.title(), "", content);
  }

  private static List<HeaderField> fields(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .map(
            header ->
                new HeaderField(
                    header.getKey(),
                    Masking.header(header.getKey(), String.join(", ", header.getValue()))))
        .toList();
  }

  private Response calls(RoutedRequest request) {
    String search = request.query("search");
    String before = request.query("before");
    ListPage<FunctionCall> page = history.calls(search, before, ListPage.SIZE);
    CallsPage content =
        new CallsPage(Paging.of(CALLS, search, before, page), page.map(CallRow::of).items());
    return html.page(request, "Function calls", CALLS, content);
  }

  private Response call(RoutedRequest request) {
    FunctionCall call = history.call(request.id()).orElse(null);
    return call == null
        ? notices.redirect(CALLS, DROPPED)
        : html.page(request, call.function(), "", page(call));
  }

  private CallPage page(FunctionCall call) {
    return new CallPage(
        CallRow.of(call),
        call.caller(),
        user(call),
        Masking.pretty(call.event()),
        call.response().isEmpty() ? "(none)" : Masking.pretty(call.response()),
        history.log(call),
        history.environment(call).entrySet().stream()
            .map(variable -> new HeaderField(variable.getKey(), variable.getValue()))
            .toList(),
        StepView.of(history.relatedTo(call)));
  }

  private Response replay(RoutedRequest request) {
    FunctionCall call = history.call(request.id()).orElse(null);
    if (call == null) {
      return notices.redirect(CALLS, DROPPED);
    }
    try {
      FunctionCall replayed = replay.run(call, request.field("event"));
      return notices.redirect(
          CALLS + "/" + replayed.id(), new Notice("The function is called again.", false));
    } catch (JsonParseException e) {
      return notices.redirect(CALLS + "/" + call.id(), new Notice("The event is not JSON.", true));
    }
  }

  /** Returns the user whom a trigger's event or an API request's token names. */
  private @Nullable UserLink user(FunctionCall call) {
    return names(call.event()).stream()
        .filter(name -> !name.isEmpty())
        .flatMap(name -> users.find(name).stream())
        .findFirst()
        .map(found -> UserPages.link(found.user()))
        .orElse(null);
  }

  private static List<String> names(String json) {
    try {
      JsonElement event = JsonParser.parseString(json);
      return List.of(
          text(event, "request", "userAttributes", "sub"),
          text(event, "userName"),
          text(event, "request", "userAttributes", "email"),
          text(event, "requestContext", "authorizer", "claims", "sub"));
    } catch (JsonParseException notJson) {
      return List.of();
    }
  }

  private static String text(JsonElement from, String... path) {
    JsonElement at = from;
    for (String name : path) {
      at = at instanceof JsonObject object && object.has(name) ? object.get(name) : null;
    }
    return at != null && at.isJsonPrimitive() ? at.getAsString() : "";
  }
}

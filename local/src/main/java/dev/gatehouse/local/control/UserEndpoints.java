package dev.gatehouse.local.control;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.UserActions;
import dev.gatehouse.local.inspect.UserDetail;
import dev.gatehouse.local.inspect.UserSummary;
import dev.gatehouse.local.inspect.Users;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users of all pools, their rows, and what an administrator does with them. */
record UserEndpoints(Users users, UserActions actions) {

  private static final Gson JSON = new Gson();
  private static final String USER = "/_gatehouse/users/{username}";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/_gatehouse/users", this::list),
        Route.of("POST", "/_gatehouse/users", this::signUp),
        Route.of("GET", USER, this::show),
        Route.of("DELETE", USER, request -> act(request, actions::delete)),
        Route.of("POST", USER + "/confirm", request -> act(request, actions::confirm)),
        Route.of("POST", USER + "/disable", request -> act(request, actions::disable)),
        Route.of("POST", USER + "/enable", request -> act(request, actions::enable)),
        Route.of("POST", USER + "/reset-password", request -> act(request, actions::resetPassword)),
        Route.of("POST", USER + "/set-password", this::setPassword),
        Route.of("POST", USER + "/resend-code", request -> act(request, actions::resendCode)),
        Route.of("POST", USER + "/expire-code", request -> act(request, actions::expireCode)),
        Route.of(
            "POST",
            USER + "/sign-in",
            request -> with(request, (r, user) -> ControlResponses.json(actions.signIn(user)))),
        Route.of("GET", "/_gatehouse/rows-without-user", this::rowsWithoutUser));
  }

  private Response list(RoutedRequest request) {
    ListPage<UserSummary> page =
        users.list(
            request.query("search"),
            request.query("before"),
            request.number("limit", ListPage.SIZE, 1, 1000));
    return request.wantsText()
        ? ControlResponses.text(
            page.stream().map(UserEndpoints::line).collect(Collectors.joining()))
        : ControlResponses.page("users", page.map(UserEndpoints::json));
  }

  /** Signs a user up through the API, and confirms the user if the body says so. */
  private Response signUp(RoutedRequest request) {
    String email = request.text("email");
    String password = request.text("password");
    JsonElement confirm = request.body().get("confirmed");
    Response response = actions.signUp(email, password);
    if (response.status() >= 300) {
      return response;
    }
    UserDetail user = users.find(email).orElseThrow();
    if (confirm instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean()) {
      actions.confirm(user.user());
      user = users.find(email).orElseThrow();
    }
    return ControlResponses.json(json(user.user()));
  }

  private Response show(RoutedRequest request) {
    return users.find(request.id()).map(ControlResponses::json).orElseGet(() -> none(request));
  }

  private Response setPassword(RoutedRequest request) {
    String password = request.text("password");
    return act(request, user -> actions.setPassword(user, password));
  }

  private Response act(RoutedRequest request, Consumer<UserSummary> action) {
    return with(
        request,
        (r, user) -> {
          action.accept(user);
          return ControlResponses.noContent();
        });
  }

  private Response with(
      RoutedRequest request, BiFunction<RoutedRequest, UserSummary, Response> action) {
    return users
        .find(request.id())
        .map(found -> action.apply(request, found.user()))
        .orElseGet(() -> none(request));
  }

  private Response rowsWithoutUser(RoutedRequest request) {
    return ControlResponses.json(Map.of("rows", users.rowsWithoutUser()));
  }

  private static Response none(RoutedRequest request) {
    return ControlResponses.notFound("There is no user " + request.id() + ".");
  }

  private static JsonObject json(UserSummary user) {
    return JSON.toJsonTree(user).getAsJsonObject();
  }

  private static String line(UserSummary user) {
    return "%s  %-32s  %-21s  %-8s  %-6s  %s%n"
        .formatted(
            user.created().replaceFirst("\\.\\d+Z$", "Z"),
            PlainText.line(user.name()),
            user.status(),
            user.enabled() ? "enabled" : "disabled",
            user.row() ? "row" : "no row",
            user.sub());
  }
}

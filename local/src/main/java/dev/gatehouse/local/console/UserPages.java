package dev.gatehouse.local.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.console.view.CallRow;
import dev.gatehouse.local.console.view.MailPage.HeaderField;
import dev.gatehouse.local.console.view.MailPage.UserLink;
import dev.gatehouse.local.console.view.OrphanPage;
import dev.gatehouse.local.console.view.Paging;
import dev.gatehouse.local.console.view.UserPage;
import dev.gatehouse.local.console.view.UserRow;
import dev.gatehouse.local.console.view.UsersPage;
import dev.gatehouse.local.console.view.UsersPage.OrphanRow;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.AwsCallFailed;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.inspect.UserActions;
import dev.gatehouse.local.inspect.UserDetail;
import dev.gatehouse.local.inspect.UserSummary;
import dev.gatehouse.local.inspect.Users;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The users, a page for each, and the actions. */
record UserPages(
    HtmlPages html,
    Notices notices,
    Users users,
    UserActions actions,
    Mails mails,
    History history,
    MailPages mailPages,
    TokenPages tokens) {

  private static final String USERS = "/_gatehouse/console/users";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", USERS, this::list),
        Route.of("GET", USERS + "/{username}", this::user),
        Route.of("POST", USERS + "/{username}", this::act),
        Route.of("POST", "/_gatehouse/console/sign-up", this::signUp));
  }

  /** Returns the link to a user's page. */
  static UserLink link(UserSummary user) {
    return new UserLink(user.name(), USERS + "/" + user.sub());
  }

  private Response list(RoutedRequest request) {
    String search = request.query("search");
    String before = request.query("before");
    ListPage<UserSummary> page = users.list(search, before, ListPage.SIZE);
    Paging paging = Paging.of(USERS, search, before, page);
    List<Map<String, String>> orphans = paging.live() ? users.rowsWithoutUser() : List.of();
    UsersPage content =
        new UsersPage(
            paging,
            page.map(UserRow::of).items(),
            orphans.stream().limit(ListPage.SIZE).map(UserPages::orphan).toList(),
            orphans.size());
    return html.page(request, "Users", USERS, content);
  }

  private static OrphanRow orphan(Map<String, String> row) {
    return new OrphanRow(
        row.getOrDefault("sub", ""),
        row.getOrDefault("email", "(no address)"),
        row.getOrDefault("createdAt", ""));
  }

  private Response user(RoutedRequest request) {
    return users
        .find(request.id())
        .map(found -> html.page(request, found.user().name(), "", page(found)))
        .orElseGet(() -> row(request));
  }

  /** Returns the page of a row whose user is gone. */
  private Response row(RoutedRequest request) {
    return users
        .row(request.id())
        .map(
            row ->
                html.page(
                    request,
                    row.getOrDefault("email", request.id()),
                    "",
                    new OrphanPage(
                        request.id(),
                        row.entrySet().stream()
                            .map(column -> new HeaderField(column.getKey(), column.getValue()))
                            .toList())))
        .orElseGet(() -> notices.redirect(USERS, new Notice("This user is gone.", true)));
  }

  private UserPage page(UserDetail found) {
    UserSummary user = found.user();
    return new UserPage(
        found,
        user.groups().isEmpty() ? "none" : String.join(", ", user.groups()),
        link(user).address(),
        user.email().isEmpty()
            ? List.of()
            : mails.to(user.email()).stream().limit(ListPage.SIZE).map(mailPages::row).toList(),
        history.callsOf(user).stream().map(CallRow::of).toList());
  }

  private Response act(RoutedRequest request) {
    UserDetail found = users.find(request.id()).orElse(null);
    if (found == null) {
      return notices.redirect(USERS, new Notice("This user is gone.", true));
    }
    UserSummary user = found.user();
    try {
      return request.field("action").equals("sign-in")
          ? tokens.signedIn(request, link(user), actions.signIn(user))
          : notices.redirect(
              request.field("action").equals("delete") ? USERS : link(user).address(),
              new Notice(act(request, user), false));
    } catch (AwsCallFailed e) {
      return refused(user, e.code(), String.valueOf(e.getMessage()));
    } catch (AwsException e) {
      return refused(user, e.type(), e.text());
    }
  }

  private Response refused(UserSummary user, String code, String message) {
    return notices.redirect(link(user).address(), new Notice(code + ": " + message, true));
  }

  /** Runs an action and returns what it did, a sentence. */
  private String act(RoutedRequest request, UserSummary user) {
    String action = request.field("action");
    switch (action) {
      case "confirm" -> actions.confirm(user);
      case "disable" -> actions.disable(user);
      case "enable" -> actions.enable(user);
      case "delete" -> actions.delete(user);
      case "reset-password" -> actions.resetPassword(user);
      case "set-password" -> actions.setPassword(user, request.field("password"));
      case "resend-code" -> actions.resendCode(user);
      case "expire-code" -> actions.expireCode(user);
      default -> throw new AwsCallFailed("UnknownAction", "There is no action " + action + ".");
    }
    return switch (action) {
      case "confirm" -> "The user is confirmed.";
      case "disable" -> "The user is disabled.";
      case "enable" -> "The user is enabled.";
      case "delete" -> "The user is deleted in Cognito.";
      case "reset-password" -> "The password is reset and a code is sent.";
      case "set-password" -> "The password is set.";
      case "resend-code" -> "Another code is sent.";
      default -> "The code has expired.";
    };
  }

  /** Signs a user up through the API, as a client does. */
  private Response signUp(RoutedRequest request) {
    String email = request.field("email").strip();
    Response response = actions.signUp(email, request.field("password"));
    if (response.status() >= 300) {
      return notices.redirect("/", new Notice(problem(response), true));
    }
    return notices.redirect(
        USERS + "/" + URLEncoder.encode(email, StandardCharsets.UTF_8),
        new Notice("The user is signed up and a code is sent.", false));
  }

  private static String problem(Response response) {
    JsonObject problem = JsonParser.parseString(response.text()).getAsJsonObject();
    String code = problem.has("code") ? problem.get("code").getAsString() : "";
    String detail = problem.has("detail") ? problem.get("detail").getAsString() : response.text();
    return response.status() + " " + code + ": " + detail;
  }
}

package dev.gatehouse.local.console;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.ses.mail.Inbox;
import io.jstach.jstachio.JStachio;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The console: a page with the inbox, the users and the calls of functions. */
public final class EmulatorConsole implements Service {

  private static final Gson PRETTY =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Inbox inbox;
  private final Supplier<List<JsonObject>> users;
  private final Supplier<Set<String>> rows;
  private final FunctionCallLog calls;

  /**
   * Creates the console.
   *
   * @param users the users of all pools
   * @param rows the keys of the users table
   */
  public EmulatorConsole(
      Inbox inbox,
      Supplier<List<JsonObject>> users,
      Supplier<Set<String>> rows,
      FunctionCallLog calls) {
    this.inbox = inbox;
    this.users = users;
    this.rows = rows;
    this.calls = calls;
  }

  @Override
  public Response handle(Request request) {
    String nonce = UUID.randomUUID().toString();
    Set<String> keys = rows.get();
    ConsolePage page =
        new ConsolePage(
            nonce,
            inbox.mails().reversed().stream()
                .map(mail -> MailView.of(mail, TIME.format(mail.at())))
                .toList(),
            users.get().stream().map(user -> view(user, keys)).toList(),
            calls.newestFirst().stream().map(EmulatorConsole::view).toList());
    return Response.of(200, "text/html; charset=utf-8", JStachio.render(page))
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", contentSecurityPolicy(nonce));
  }

  /** Returns a policy under which no content of an email is executed or fetched. */
  private static String contentSecurityPolicy(String nonce) {
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; script-src 'nonce-%s'"
        .formatted(nonce);
  }

  private static ConsolePage.UserView view(JsonObject user, Set<String> rows) {
    String sub = text(user, "sub");
    return new ConsolePage.UserView(
        text(user, "email"),
        text(user, "status"),
        sub,
        text(user, "created").replaceFirst("\\.\\d+Z$", "Z"),
        rows.contains(sub));
  }

  /** Returns a call, with payloads only of triggers, as API requests have passwords and tokens. */
  private static ConsolePage.CallView view(FunctionCall call) {
    boolean trigger = call.caller().startsWith("cognito-idp");
    return new ConsolePage.CallView(
        "call-" + idOf(call.at()),
        TIME.format(call.at()),
        call.function(),
        call.caller(),
        call.outcome(),
        call.outcome().equals(FunctionCall.SUCCEEDED),
        call.duration().toMillis(),
        call.cold(),
        trigger ? pretty(call.event()) : "",
        trigger ? pretty(call.response()) : "");
  }

  private static String idOf(Instant at) {
    return at.getEpochSecond() + "-" + at.getNano();
  }

  private static String text(JsonObject from, String key) {
    JsonElement value = from.get(key);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private static String pretty(String json) {
    try {
      return json.isEmpty() ? "(none)" : PRETTY.toJson(JsonParser.parseString(json));
    } catch (JsonParseException e) {
      return json;
    }
  }
}

package dev.gatehouse.local.console;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.local.functions.Call;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.ses.Inbox;
import io.jstach.jstachio.JStachio;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers with the page for people: the inbox, the users, and what the triggers did. */
public final class Console implements Service {

  private static final Gson PRETTY =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Inbox inbox;
  private final Supplier<List<JsonObject>> users;
  private final Supplier<Set<String>> rows;
  private final CallLog calls;

  /** Takes where to look: the mails, the accounts of the pools, the keys of the rows, the calls. */
  public Console(
      Inbox inbox, Supplier<List<JsonObject>> users, Supplier<Set<String>> rows, CallLog calls) {
    this.inbox = inbox;
    this.users = users;
    this.rows = rows;
    this.calls = calls;
  }

  @Override
  public Response answer(Request request) {
    String nonce = UUID.randomUUID().toString();
    Set<String> keys = rows.get();
    Page page =
        new Page(
            nonce,
            inbox.mails().reversed().stream()
                .map(mail -> MailView.of(mail, TIME.format(mail.at())))
                .toList(),
            users.get().stream().map(user -> view(user, keys)).toList(),
            calls.newestFirst().stream().map(Console::view).toList());
    return Response.of(200, "text/html; charset=utf-8", JStachio.render(page))
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", policy(nonce));
  }

  /** A mail may carry anything; nothing in it may run or fetch. */
  private static String policy(String nonce) {
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; script-src 'nonce-%s'"
        .formatted(nonce);
  }

  private static Page.UserView view(JsonObject user, Set<String> rows) {
    String sub = text(user, "sub");
    return new Page.UserView(
        text(user, "email"),
        text(user, "status"),
        sub,
        text(user, "created").replaceFirst("\\.\\d+Z$", "Z"),
        rows.contains(sub));
  }

  /** Only what Cognito sends is shown: people's own requests hold passwords and tokens. */
  private static Page.CallView view(Call call) {
    boolean trigger = call.caller().startsWith("cognito-idp");
    return new Page.CallView(
        "call-" + idOf(call.at()),
        TIME.format(call.at()),
        call.function(),
        call.caller(),
        call.outcome(),
        call.outcome().equals("answered"),
        call.duration().toMillis(),
        call.cold(),
        trigger ? pretty(call.event()) : "",
        trigger ? pretty(call.answer()) : "");
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

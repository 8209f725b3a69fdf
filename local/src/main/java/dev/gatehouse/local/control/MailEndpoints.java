package dev.gatehouse.local.control;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.MailSource;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.SentMail;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mails of the inbox. */
record MailEndpoints(Mails mails, Inbox inbox) {

  private static final Duration POLL = Duration.ofMillis(50);

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/_gatehouse/mails", this::list),
        Route.of("DELETE", "/_gatehouse/mails", this::clear),
        Route.of("GET", "/_gatehouse/mails/latest", this::latest),
        Route.of("GET", "/_gatehouse/mails/{id}", this::show),
        Route.of("GET", "/_gatehouse/mails/{id}/source", this::source),
        Route.of("DELETE", "/_gatehouse/mails/{id}", this::delete));
  }

  private Response list(RoutedRequest request) {
    ListPage<SentMail> page =
        mails.list(
            request.query("search"),
            request.query("before"),
            request.number("limit", ListPage.SIZE, 1, 1000));
    return request.wantsText()
        ? ControlResponses.text(page.stream().map(this::line).collect(Collectors.joining()))
        : ControlResponses.page("mails", page.map(this::summary));
  }

  private Response clear(RoutedRequest request) {
    inbox.clear();
    return ControlResponses.noContent();
  }

  /** Returns the newest mail to an address, after the one of a given id if there is one. */
  private Response latest(RoutedRequest request) {
    String to = request.query("to");
    long end = System.nanoTime() + Duration.ofSeconds(request.number("wait", 0, 0, 60)).toNanos();
    List<SentMail> found = mails.to(to);
    while (isOld(found, request.query("after")) && System.nanoTime() < end) {
      pause();
      found = mails.to(to);
    }
    return isOld(found, request.query("after"))
        ? ControlResponses.notFound(
            to.isEmpty() ? "There is no such mail." : "There is no such mail to " + to + ".")
        : show(request, found.getFirst());
  }

  private static boolean isOld(List<SentMail> found, String after) {
    return found.isEmpty() || found.getFirst().id().equals(after);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidRequest("The emulator is stopping.");
    }
  }

  private Response show(RoutedRequest request) {
    return mails.find(request.id()).map(mail -> show(request, mail)).orElseGet(() -> none(request));
  }

  private Response show(RoutedRequest request, SentMail mail) {
    return request.wantsText()
        ? ControlResponses.text(text(mail))
        : ControlResponses.json(detail(mail));
  }

  private Response source(RoutedRequest request) {
    return mails
        .find(request.id())
        .map(mail -> ControlResponses.text(MailSource.of(mail)))
        .orElseGet(() -> none(request));
  }

  private Response delete(RoutedRequest request) {
    return mails
        .find(request.id())
        .map(
            mail -> {
              inbox.delete(mail);
              return ControlResponses.noContent();
            })
        .orElseGet(() -> none(request));
  }

  private static Response none(RoutedRequest request) {
    return ControlResponses.notFound("There is no mail " + request.id() + ".");
  }

  private JsonObject summary(SentMail sent) {
    return Json.object(
        "id", sent.id(),
        "at", sent.at(),
        "from", sent.mail().source(),
        "to", Json.array(sent.mail().to()),
        "subject", sent.mail().subject(),
        "code", mails.code(sent));
  }

  private JsonObject detail(SentMail sent) {
    JsonObject detail = summary(sent);
    detail.add("cc", Json.array(sent.mail().cc()));
    detail.add("bcc", Json.array(sent.mail().bcc()));
    detail.addProperty("text", mails.text(sent));
    String html = sent.mail().html();
    detail.add("html", html == null ? JsonNull.INSTANCE : new JsonPrimitive(html));
    return detail;
  }

  private String line(SentMail sent) {
    return "%s  %-32s  %-6s  %s  %s%n"
        .formatted(
            PlainText.time(sent.at()),
            String.join(", ", sent.mail().to()),
            mails.code(sent),
            sent.id(),
            PlainText.line(sent.mail().subject()));
  }

  private String text(SentMail sent) {
    String code = mails.code(sent);
    return """
        From:    %s
        To:      %s
        Subject: %s
        %s
        %s
        """
        .formatted(
            PlainText.line(sent.mail().source()),
            PlainText.line(String.join(", ", sent.mail().to())),
            PlainText.line(sent.mail().subject()),
            code.isEmpty() ? "" : "Code:    " + code + "\n",
            PlainText.of(mails.text(sent)));
  }
}

package dev.gatehouse.local.console;

import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.console.view.DisplayTime;
import dev.gatehouse.local.console.view.FirstPage;
import dev.gatehouse.local.console.view.FirstPage.AccountView;
import dev.gatehouse.local.console.view.MailPage;
import dev.gatehouse.local.console.view.MailPage.HeaderField;
import dev.gatehouse.local.console.view.MailPage.UserLink;
import dev.gatehouse.local.console.view.MailRow;
import dev.gatehouse.local.console.view.Paging;
import dev.gatehouse.local.console.view.StepView;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.MailSource;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.inspect.Users;
import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first page, with the inbox, and a page for each mail.
 *
 * @param account the account as the first page shows it
 */
record MailPages(
    HtmlPages html,
    Notices notices,
    Mails mails,
    Inbox inbox,
    Users users,
    History history,
    Supplier<AccountView> account) {

  private static final String MAIL = "/_gatehouse/console/mails/{id}";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/", this::first),
        Route.of("POST", "/_gatehouse/console/mails/clear", this::clear),
        Route.of("GET", MAIL, this::mail),
        Route.of("GET", MAIL + "/html", this::frame));
  }

  private Response first(RoutedRequest request) {
    String search = request.query("search");
    String before = request.query("before");
    ListPage<SentMail> page = mails.list(search, before, ListPage.SIZE);
    Paging paging = Paging.of("/", search, before, page);
    FirstPage content =
        new FirstPage(paging.live() ? account.get() : null, paging, page.map(this::row).items());
    return html.page(request, "Inbox", "/", content);
  }

  private Response clear(RoutedRequest request) {
    inbox.clear();
    return notices.redirect("/", new Notice("All mails are deleted.", false));
  }

  /** Returns a mail as a row of a list. */
  MailRow row(SentMail sent) {
    String code = mails.code(sent);
    return new MailRow(
        sent.id(),
        DisplayTime.of(sent.at()),
        String.join(", ", sent.mail().to()),
        sent.mail().subject(),
        code.isEmpty() ? null : code);
  }

  private Response mail(RoutedRequest request) {
    SentMail sent = mails.find(request.id()).orElse(null);
    if (sent == null) {
      return notices.redirect("/", new Notice("This mail is deleted.", true));
    }
    String code = mails.code(sent);
    MailPage page =
        new MailPage(
            sent.id(),
            sent.mail().subject(),
            headers(sent),
            code.isEmpty() ? null : code,
            sent.mail().html() == null ? null : MAIL.replace("{id}", sent.id()) + "/html",
            mails.text(sent),
            MailSource.of(sent),
            user(sent.mail()),
            StepView.of(history.relatedTo(sent)));
    return html.page(request, sent.mail().subject(), "", page);
  }

  private @Nullable UserLink user(Mail mail) {
    return mail.to().stream()
        .flatMap(address -> users.find(address).stream())
        .findFirst()
        .map(found -> UserPages.link(found.user()))
        .orElse(null);
  }

  private static List<HeaderField> headers(SentMail sent) {
    Mail mail = sent.mail();
    List<HeaderField> fields = new ArrayList<>();
    fields.add(new HeaderField("From", mail.source()));
    add(fields, "To", mail.to());
    add(fields, "Cc", mail.cc());
    add(fields, "Bcc", mail.bcc());
    add(fields, "Reply-To", mail.options().replyTo());
    fields.add(new HeaderField("Date", sent.at().toString()));
    return fields;
  }

  private static void add(List<HeaderField> fields, String name, List<String> addresses) {
    if (!addresses.isEmpty()) {
      fields.add(new HeaderField(name, String.join(", ", addresses)));
    }
  }

  /** Returns the HTML of a mail as a client in a light or a dark scheme shows it. */
  private Response frame(RoutedRequest request) {
    boolean dark = request.query("scheme").equals("dark");
    return html.mail(
        mails
            .find(request.id())
            .map(sent -> MailScheme.of(String.valueOf(sent.mail().html()), dark))
            .orElse("This mail is deleted."));
  }
}

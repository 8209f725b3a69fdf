package dev.gatehouse.local.console;

import dev.gatehouse.local.activity.ActivityListener;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.console.view.FirstPage.AccountView;
import dev.gatehouse.local.control.ControlApi.Parts;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.mailtexts.MailTexts;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The console: a page for each subject, rendered on the server. */
public final class EmulatorConsole {

  private final Parts parts;
  private final MovableClock clock;
  private final MailPages mails;
  private final MailTexts texts;
  private final Notices notices = new Notices();
  private final HtmlPages html = new HtmlPages(notices);

  /**
   * Creates the console.
   *
   * @param parts what it shows and does, the same as the HTTP calls for test code
   * @param texts the texts of the mails in the source tree
   * @param account the account as the first page shows it
   */
  public EmulatorConsole(
      Parts parts, MovableClock clock, MailTexts texts, Supplier<AccountView> account) {
    this.texts = texts;
    this.parts = parts;
    this.clock = clock;
    this.mails =
        new MailPages(
            html, notices, parts.mails(), parts.inbox(), parts.users(), parts.history(), account);
  }

  /** Returns the routes of the pages. */
  public Stream<Route> routes() {
    TokenPages tokens = new TokenPages(html, parts.tokens());
    UserPages users =
        new UserPages(
            html,
            notices,
            parts.users(),
            parts.actions(),
            parts.mails(),
            parts.history(),
            mails,
            tokens);
    return Stream.of(
            mails.routes(),
            users.routes(),
            new ActivityPages(html, notices, parts.history(), parts.replay(), parts.users())
                .routes(),
            new LogPages(html, parts.history()).routes(),
            tokens.routes(),
            new FaultPages(html, notices, parts.faults(), parts.history().functions()).routes(),
            new ClockForm(notices, clock).routes(),
            new MailTextPages(html, parts.events(), texts).routes(),
            StaticFiles.routes())
        .flatMap(routes -> routes);
  }

  /** Returns the rows that open pages receive. */
  public ActivityListener liveRows() {
    return new LiveRows(parts.events(), mails);
  }
}

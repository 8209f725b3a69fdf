package dev.gatehouse.local.console;

import io.jstach.jstache.JStache;
import java.util.List;

/** Is what the page shows; every text in it is escaped by the template. */
@JStache(path = "dev/gatehouse/local/console/page.html")
record Page(String nonce, List<MailView> mails, List<UserView> users, List<CallView> calls) {

  boolean noMails() {
    return mails.isEmpty();
  }

  boolean noUsers() {
    return users.isEmpty();
  }

  boolean noCalls() {
    return calls.isEmpty();
  }

  /** Is one account of a pool beside its row in the table. */
  record UserView(String email, String status, String sub, String created, boolean row) {}

  /**
   * Is one call of a function.
   *
   * @param event empty where it may hold a password
   */
  record CallView(
      String id,
      String time,
      String function,
      String caller,
      String outcome,
      boolean fine,
      long millis,
      boolean cold,
      String event,
      String answer) {

    boolean shown() {
      return !event.isEmpty();
    }
  }
}

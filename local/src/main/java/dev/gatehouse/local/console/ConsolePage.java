package dev.gatehouse.local.console;

import io.jstach.jstache.JStache;
import java.util.List;

/** The content of the console; the template escapes every text. */
@JStache(path = "dev/gatehouse/local/console/page.html")
record ConsolePage(String nonce, List<MailView> mails, List<UserView> users, List<CallView> calls) {

  boolean noMails() {
    return mails.isEmpty();
  }

  boolean noUsers() {
    return users.isEmpty();
  }

  boolean noCalls() {
    return calls.isEmpty();
  }

  /** A user of a pool. */
  record UserView(String email, String status, String sub, String created, boolean row) {}

  /**
   * A call of a function.
   *
   * @param event the payload, empty if it may contain a password
   */
  record CallView(
      String id,
      String time,
      String function,
      String caller,
      String outcome,
      boolean succeeded,
      long millis,
      boolean cold,
      String event,
      String response) {

    boolean shown() {
      return !event.isEmpty();
    }
  }
}

package dev.gatehouse.local.console.view;

import dev.gatehouse.local.inspect.UserDetail;
import io.jstach.jstache.JStache;
import java.util.List;

/**
 * A user beside the row, with actions.
 *
 * @param action the address to which the actions' forms are sent
 */
@JStache(path = "dev/gatehouse/local/console/user.html")
public record UserPage(
    UserDetail detail, String groups, String action, List<MailRow> mails, List<CallRow> calls) {

  /** Returns whether the user can be confirmed. */
  public boolean unconfirmed() {
    return detail.user().status().equals("UNCONFIRMED");
  }

  /** Returns whether another code can be sent. */
  public boolean resendable() {
    return List.of("UNCONFIRMED", "RESET_REQUIRED", "FORCE_CHANGE_PASSWORD")
        .contains(detail.user().status());
  }

  /** Returns whether the user can sign in. */
  public boolean active() {
    return detail.user().status().equals("CONFIRMED") && detail.user().enabled();
  }

  /** Returns whether a code was sent that is not used yet. */
  public boolean hasCode() {
    return detail.pendingCodes() > 0;
  }

  /** Returns whether no mail was sent to the user. */
  public boolean noMails() {
    return mails.isEmpty();
  }

  /** Returns whether no function was called for the user. */
  public boolean noCalls() {
    return calls.isEmpty();
  }
}

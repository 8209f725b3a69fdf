package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page: what the emulator runs, a sign-up, the clock, and the inbox.
 *
 * @param account null on later pages of the inbox and for a search
 */
@JStache(path = "dev/gatehouse/local/console/first.html")
public record FirstPage(@Nullable AccountView account, Paging paging, List<MailRow> mails) {

  /**
   * The account that the emulator runs.
   *
   * @param signUpPage the hosted page to sign up, null without a domain
   * @param signInPage the hosted page to sign in, null without a domain
   * @param now the emulator's time
   * @param ahead how far its clock is ahead of the computer's, null if it is not
   */
  public record AccountView(
      String userPoolId,
      String clientId,
      String table,
      String apiUrl,
      String awsUrl,
      String sampleEmail,
      @Nullable String signUpPage,
      @Nullable String signInPage,
      String now,
      @Nullable String ahead) {}

  /** Returns whether there is no mail to show. */
  public boolean empty() {
    return mails.isEmpty();
  }
}

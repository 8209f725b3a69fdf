package dev.gatehouse.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts with their passwords and codes; each method may refuse the request. */
interface Accounts {

  /** Creates an account that waits for its code. */
  PendingUser signUp(NewAccount account);

  /** Confirms an account by the code that was mailed. */
  void confirm(String username, String code);

  /** Mails a new code, and says where to. */
  @Nullable CodeDelivery resend(String username);

  /** Returns the account whose access token this is, having had the token checked. */
  Account holderOf(String accessToken);

  /**
   * Writes these attributes of the user with this sub, whose access token this has to be; an empty
   * value removes one.
   */
  void change(String sub, String accessToken, Map<String, String> attributes);

  /** Holds what a person gives to sign up. */
  record NewAccount(String username, String password, @Nullable LanguageTag locale) {
    /** Keeps the password out of every text made of this. */
    @Override
    public String toString() {
      return "NewAccount";
    }
  }
}

package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.users.CognitoUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user pool; every operation may throw {@link RequestRefused}. */
public interface UserPool {

  /** Creates an account, which has to be confirmed with the code that is mailed. */
  SignUpResult signUp(NewUser newUser);

  /** Confirms an account with the code that was mailed. */
  void confirmSignUp(String username, String code);

  /** Mails a new code and returns its delivery, or null if nothing was sent. */
  @Nullable CodeDelivery resendConfirmationCode(String username);

  /** Verifies an access token and returns its user, who has a sub. */
  CognitoUser getUser(String accessToken);

  /**
   * Changes attributes of a user.
   *
   * @param sub the user, to whom the access token has to belong
   * @param attributes the values by Cognito's attribute names; an empty value removes one
   */
  void updateUserAttributes(String sub, String accessToken, Map<String, String> attributes);

  /**
   * Deletes a user.
   *
   * @param sub the user, to whom the access token has to belong
   */
  void deleteUser(String sub, String accessToken);

  /** The values with which a user signs up. */
  record NewUser(String username, String password, @Nullable LanguageTag locale) {
    /** Returns a text without the password. */
    @Override
    public String toString() {
      return "NewUser";
    }
  }
}

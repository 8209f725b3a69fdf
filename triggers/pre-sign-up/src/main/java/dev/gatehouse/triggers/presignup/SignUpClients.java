package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent.CallerContext;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The app clients with which users may sign up.
 *
 * @param ids the ids of the app clients; empty for all
 */
public record SignUpClients(Set<String> ids) {
  private static final String SETTING = "SIGN_UP_CLIENT_IDS";
  private static final Pattern ID = Pattern.compile("\\w{1,128}");

  /** What Cognito writes where no app client is in play, as for an administrator. */
  private static final String NOT_APPLICABLE = "CLIENT_ID_NOT_APPLICABLE";

  /**
   * Returns the app clients of {@code SIGN_UP_CLIENT_IDS}, separated by commas.
   *
   * @throws InvalidSetting if one is malformed
   */
  public static SignUpClients from(FunctionSettings settings) {
    Set<String> ids =
        Stream.of(settings.optional(SETTING, "").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      throw new InvalidSetting(SETTING, "must be ids of app clients, separated by commas");
    }
    return new SignUpClients(ids);
  }

  /** Returns whether a sign-up with the app client of an event is accepted. */
  boolean admit(@Nullable CallerContext caller) {
    if (ids.isEmpty()) {
      return true;
    }
    @Nullable String id = caller == null ? null : caller.getClientId();
    return id != null && (id.equals(NOT_APPLICABLE) || ids.contains(id));
  }
}

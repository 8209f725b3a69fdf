package dev.gatehouse.pulumi.settings;

import java.util.List;

/**
 * The password policy and the token lifetimes of the user pool.
 *
 * @param writableEmail whether the app client may change the email address of an account
 * @param resetPasswordAfterSecondSignUp whether whoever confirms an address that was signed up for
 *     more than once must set a new password by mail
 * @param removeUnconfirmedAfterDays the days after which reconcile removes users who have not
 *     confirmed, 0 for never
 * @param signUpClientIds the app clients with which users may sign up, empty for all
 * @param tier the feature plan of Cognito, {@code LITE}, {@code ESSENTIALS} or {@code PLUS}
 */
public record UserPoolSettings(
    int passwordMinimumLength,
    int accessTokenMinutes,
    int idTokenMinutes,
    int refreshTokenDays,
    boolean writableEmail,
    boolean resetPasswordAfterSecondSignUp,
    int removeUnconfirmedAfterDays,
    List<String> signUpClientIds,
    String tier) {
  private static final int DAY_IN_MINUTES = 24 * 60;
  private static final int MAX_DAYS = 3650;

  static UserPoolSettings of(SettingReader reader) {
    return new UserPoolSettings(
        reader.of("passwordMinimumLength", "8").number(6, 99, "characters"),
        reader.of("accessTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        reader.of("idTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        reader.of("refreshTokenDays", "30").number(1, 3650, "days"),
        reader.of("writableEmail", "false").flag(),
        reader.of("resetPasswordAfterSecondSignUp", "false").flag(),
        removeUnconfirmedAfterDays(reader),
        signUpClientIds(reader.list("signUpClientIds", "1example23456789")),
        reader.of("userPoolTier", "LITE").oneOf("LITE", "ESSENTIALS", "PLUS"));
  }

  private static List<String> signUpClientIds(Setting setting) {
    List<String> ids = setting.texts();
    if (!ids.stream().allMatch(id -> id.matches("\\w{1,128}"))) {
      throw setting.invalid("a list of ids of app clients");
    }
    return ids;
  }

  private static int removeUnconfirmedAfterDays(SettingReader reader) {
    Setting setting = reader.of("removeUnconfirmedAfterDays", "30");
    int days = setting.number(0, MAX_DAYS, "days");
    if (days > 0 && reader.of("reconcileSchedule", "'rate(1 day)'").value().isBlank()) {
      throw setting.invalid("0 without reconcileSchedule, since reconcile removes them");
    }
    return days;
  }
}

package dev.gatehouse.pulumi.settings;

/**
 * The password policy and the token lifetimes of the user pool.
 *
 * @param writableEmail whether the app client may change the email address of an account
 * @param tier the feature plan of Cognito, {@code LITE}, {@code ESSENTIALS} or {@code PLUS}
 */
public record UserPoolSettings(
    int passwordMinimumLength,
    int accessTokenMinutes,
    int idTokenMinutes,
    int refreshTokenDays,
    boolean writableEmail,
    String tier) {
  private static final int DAY_IN_MINUTES = 24 * 60;

  static UserPoolSettings of(SettingReader reader) {
    return new UserPoolSettings(
        reader.of("passwordMinimumLength", "8").number(6, 99, "characters"),
        reader.of("accessTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        reader.of("idTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        reader.of("refreshTokenDays", "30").number(1, 3650, "days"),
        reader.of("writableEmail", "false").flag(),
        reader.of("userPoolTier", "LITE").oneOf("LITE", "ESSENTIALS", "PLUS"));
  }
}

package dev.gatehouse.pulumi.settings;

/**
 * Is what the pool asks of people, and for how long its tokens are good.
 *
 * @param writableEmail whether the app client may change the address of an account
 */
public record Accounts(
    int passwordMinimumLength,
    int accessTokenMinutes,
    int idTokenMinutes,
    int refreshTokenDays,
    boolean writableEmail) {
  private static final int DAY_IN_MINUTES = 24 * 60;

  static Accounts of(Keys keys) {
    return new Accounts(
        keys.of("passwordMinimumLength", "8").number(6, 99, "characters"),
        keys.of("accessTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        keys.of("idTokenMinutes", "60").number(5, DAY_IN_MINUTES, "minutes"),
        keys.of("refreshTokenDays", "30").number(1, 3650, "days"),
        keys.of("writableEmail", "false").flag());
  }
}

package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who have not confirmed their sign-up for days. */
final class UnconfirmedUsersTest {
  private static final Instant SIGNED_UP = Instant.parse("2020-01-01T00:00:00Z");

  private final FakeUserPool pool = new FakeUserPool();
  private final ReconcileProgress progress = new ReconcileProgress();

  private void remove(PoolUser user, String after, Instant now) {
    pool.add(user);
    UnconfirmedUsers.from(
            new FunctionSettings(Map.of("REMOVE_UNCONFIRMED_AFTER", after)),
            pool,
            Clock.fixed(now, ZoneOffset.UTC))
        .remove(user, progress);
  }

  private static PoolUser user(String status) {
    return FakeUserPool.user("jane", status, "jane@example.com");
  }

  @Test
  void unconfirmedUserIsRemovedAfterTheTime() {
    remove(user("UNCONFIRMED"), "P7D", SIGNED_UP.plus(Duration.ofDays(7)).minusMillis(1));
    assertThat(pool.deleted()).isEmpty();
    remove(user("UNCONFIRMED"), "P7D", SIGNED_UP.plus(Duration.ofDays(7)));
    assertThat(pool.deleted()).containsExactly("jane");
    assertThat(progress.removedUnconfirmed()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIRMED",
        "FORCE_CHANGE_PASSWORD",
        "RESET_REQUIRED",
        "EXTERNAL_PROVIDER",
        "UNKNOWN"
      })
  void otherUserStays(String status) {
    remove(user(status), "P1D", SIGNED_UP.plus(Duration.ofDays(900)));
    assertThat(pool.deleted()).isEmpty();
  }

  @Test
  void userWhoHasConfirmedSinceThePageStays() {
    pool.confirmLate("jane");
    remove(user("UNCONFIRMED"), "P1D", SIGNED_UP.plus(Duration.ofDays(900)));
    assertThat(pool.deleted()).isEmpty();
  }

  @Test
  void nobodyIsRemovedByDefault() {
    remove(user("UNCONFIRMED"), "PT0S", SIGNED_UP.plus(Duration.ofDays(9000)));
    assertThat(pool.deleted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-P1D", "7", "P1W-", "week"})
  void malformedTimeIsRefusedByItsName(String after) {
    assertThatThrownBy(() -> remove(user("UNCONFIRMED"), after, SIGNED_UP))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("REMOVE_UNCONFIRMED_AFTER must be");
  }
}

package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.cognito.FakeLambda;
import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.cognito.triggers.Authentication;
import dev.gatehouse.local.cognito.triggers.TriggerInvoker;
import dev.gatehouse.local.cognito.triggers.UserMigration;
import dev.gatehouse.local.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The work that a sign-in does for a user who does not exist. */
class PasswordSignInTest {
  private final TestClock clock = new TestClock();
  private final TriggerInvoker triggers = new TriggerInvoker(new FakeLambda());
  private final PasswordSignIn signIn =
      new PasswordSignIn(
          new Authentication(triggers),
          new MigratedUsers(new UserMigration(triggers), clock),
          new PasswordLockouts(clock, StateStore.none()),
          clock);

  private AppClient app() {
    UserPool pool =
        new UserPool(
            UserPool.Snapshot.empty(
                "us-east-1_test", "arn", clock.instant(), json("PoolName", "test")),
            TokenIssuerUrls.AWS,
            new UserPools(TokenIssuerUrls.AWS, StateStore.none()).entries());
    AppClientSettings settings =
        AppClientSettings.of(json("ClientName", "test", "PreventUserExistenceErrors", "ENABLED"));
    return new AppClient(pool, UserPoolClient.create("test", null, settings, clock.instant()));
  }

  @Test
  void unknownUserIsCheckedLikeAnyOtherAndNeverSignsIn() {
    List<Optional<PoolUser>> checked = new ArrayList<>();
    assertThatThrownBy(
            () ->
                signIn.authenticate(
                    app(),
                    "nobody",
                    found -> {
                      checked.add(found);
                      return true;
                    }))
        .hasMessage("Incorrect username or password.");
    assertThat(checked).containsExactly(Optional.empty());
  }

  @Test
  void nobodysPasswordNeverMatches() {
    assertThat(HashedPassword.matchNobody("")).isFalse();
    assertThat(HashedPassword.matchNobody("Corr3ct-horse")).isFalse();
  }
}

package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryPassStore;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.pictures.InMemoryPictures;
import dev.gatehouse.users.pictures.PictureKeys;
import dev.gatehouse.users.pictures.PictureType;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that differ from the pool, rows and claims whose users are gone. */
final class GoneUsersTest {
  private static final Duration GRACE = Duration.ofDays(3);

  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final MailboxClaims claims = MailboxClaims.in(mailboxes);
  private final FakeUserPool pool = new FakeUserPool();
  private final InMemoryPassStore passes = new InMemoryPassStore();
  private final InMemoryPictures pictures = new InMemoryPictures();
  private int runs;

  GoneUsersTest() {
    pool.pageOf("jane", "john");
    for (String sub : new String[] {"jane", "john", "gone"}) {
      users.putIfAbsent(FakeUserPool.row(sub));
      claims.claim(sub + "@example.com", sub, RecordedLog.NOW);
      pictures.publish(sub, PictureType.PNG, new byte[1]);
    }
  }

  private ReconcileProgress run(String differences, Duration later) {
    DifferencePolicy policy =
        DifferencePolicy.from(
            new FunctionSettings(
                Map.of(
                    "RECONCILE_DIFFERENCES", differences, "RECONCILE_MAX_REMOVED_PERCENT", "30")));
    Clock clock = Clock.fixed(RecordedLog.NOW.plus(later), ZoneOffset.UTC);
    ReconcileProgress progress = new ReconcileProgress();
    LeasedPass leased = LeasedPass.take(passes, "run-" + ++runs, clock, true).orElseThrow();
    new PoolReconciler(
            pool,
            new UserCopier(pool, users, claims, policy, FakeUserPool.keepUnconfirmed(clock), clock),
            new GoneUsers(pool, users, new UserErasure(users, claims, pictures), policy, clock),
            new GoneClaims(pool, users, mailboxes, policy, clock))
        .reconcile(leased, progress, new TimeLeft(() -> Integer.MAX_VALUE));
    leased.close();
    return progress;
  }

  @Test
  void rowWithoutUserIsOnlyCountedByDefault() {
    ReconcileProgress progress = run("report", GRACE.multipliedBy(9));
    assertThat(progress.gone()).isOne();
    assertThat(progress.removed()).isZero();
    assertThat(users.find("gone")).contains(FakeUserPool.row("gone"));
  }

  @Test
  void rowClaimAndPictureAreRemovedAfterTheGraceTimeSinceTheUserWasMissed() {
    assertThat(run("repair", GRACE).removed()).as("missed for the first time").isZero();
    assertThat(run("repair", GRACE.plus(GRACE).minusSeconds(1)).removed()).isZero();
    assertThat(users.find("gone")).isPresent();
    assertThat(pictures.files).hasSize(3);
    assertThat(run("repair", GRACE.plus(GRACE)).removed()).isOne();
    assertThat(users.read("gone")).isEmpty();
    assertThat(users.isErased("gone")).as("for late messages").isTrue();
    assertThat(mailboxes.owners()).containsExactlyInAnyOrder("jane", "john");
    assertThat(pictures.files.keySet())
        .containsExactlyInAnyOrder(PictureKeys.picture("jane"), PictureKeys.picture("john"));
    assertThat(users.find("jane")).isPresent();
  }

  @Test
  void onePassRemovesAtMostAShareOfTheTable() {
    for (int i = 0; i < 4; i++) {
      users.putIfAbsent(FakeUserPool.row("gone-" + i));
    }
    run("repair", Duration.ZERO);
    ReconcileProgress progress = run("repair", GRACE);
    assertThat(progress.removed()).as("30 % of 7, rounded up").isEqualTo(3);
    assertThat(progress.postponed()).isEqualTo(2);
    assertThat(run("repair", GRACE).removed()).as("30 % of 4").isEqualTo(2);
    assertThat(users.rows(null).rows()).hasSize(2);
  }

  @Test
  void faultInTheMiddleOfThePagesLooksLikeNoDeletion() {
    users.putIfAbsent(FakeUserPool.row("ann"));
    run("repair", Duration.ZERO);
    pool.failingPage();
    ReconcileProgress progress = run("repair", GRACE.multipliedBy(9));
    assertThat(progress.stopped()).isEqualTo(ReconcileProgress.Stop.POOL_FAILED);
    assertThat(progress.areRowsChecked()).isFalse();
    assertThat(progress.gone()).isZero();
    assertThat(users.find("gone")).isPresent();
    assertThat(users.find("ann")).isPresent();
  }

  @Test
  void passThatIsContinuedKnowsWhomEarlierRunsHaveListed() {
    run("repair", Duration.ZERO);
    pool.failingPage();
    pool.pageOf("ann");
    assertThat(run("repair", GRACE).stopped()).isEqualTo(ReconcileProgress.Stop.POOL_FAILED);
    pool.recover();
    ReconcileProgress progress = run("repair", GRACE);
    assertThat(progress.seen()).as("without the users of the page before").isOne();
    assertThat(progress.areRowsChecked()).isTrue();
    assertThat(progress.removed()).isOne();
    assertThat(users.read("gone")).isEmpty();
    assertThat(users.find("jane")).isPresent();
    assertThat(users.find("john")).isPresent();
  }

  @Test
  void passWhoseFilterIsLostSuspectsNobody() {
    users.putIfAbsent(FakeUserPool.row("another"));
    pool.failingPage();
    assertThat(run("repair", Duration.ZERO).stopped()).isNotNull();
    passes.saveFilter("another pass", new byte[1024]);
    pool.recover();
    assertThat(run("repair", Duration.ZERO).gone()).isZero();
    assertThat(run("repair", Duration.ZERO).gone()).as("the next pass").isEqualTo(2);
  }

  @Test
  void userWhomTheListingLacksAndThePoolHasStays() {
    pool.hide("gone");
    run("repair", Duration.ZERO);
    ReconcileProgress progress = run("repair", GRACE.multipliedBy(9));
    assertThat(progress.gone()).isZero();
    assertThat(users.find("gone")).isPresent();
    assertThat(mailboxes.owners()).contains("gone");
  }

  @Test
  void poolThatCannotSayWhetherAUserIsThereRemovesNobody() {
    run("repair", Duration.ZERO);
    pool.silent();
    ReconcileProgress progress = run("repair", GRACE.multipliedBy(9));
    assertThat(progress.unchecked()).as("the row").isOne();
    assertThat(progress.removed()).isZero();
    assertThat(users.find("gone")).isPresent();
    for (int i = 0; i < 4; i++) {
      users.putIfAbsent(FakeUserPool.row("gone-" + i));
    }
    assertThat(run("repair", GRACE.multipliedBy(9)).stopped())
        .as("several in a row")
        .isEqualTo(ReconcileProgress.Stop.CHECK_FAILED);
  }

  @Test
  void rowWithoutTheNameOfItsUserStays() {
    StoredUser row = users.read("gone").orElseThrow();
    users.put(
        new StoredUser(
            row.sub(),
            row.userId(),
            row.email(),
            row.emailVerified(),
            row.profile(),
            true,
            row.createdAt(),
            row.confirmedAt(),
            row.updatedAt(),
            null,
            row.userPoolId(),
            row.version(),
            RecordedLog.NOW));
    assertThat(run("repair", GRACE.multipliedBy(9)).gone()).isZero();
    assertThat(users.read("gone")).isPresent();
  }

  @Test
  void claimOfAUserWithoutRowAndAccountIsFreedAfterTheGraceTime() {
    users.delete("gone");
    assertThat(run("report", GRACE.minusSeconds(1)).claimsFreed()).isZero();
    assertThat(run("repair", GRACE).claimsFreed()).isOne();
    assertThat(mailboxes.owners()).containsExactlyInAnyOrder("jane", "john");
  }

  @Test
  void addressChangedByAnAdministratorIsCountedAndFollowedIfTheSettingSaysSo() {
    pool.listAs("jane", "new@example.com");
    ReconcileProgress reported = run("report", Duration.ZERO);
    assertThat(reported.different()).isOne();
    assertThat(users.find("jane")).contains(FakeUserPool.row("jane"));

    ReconcileProgress repaired = run("repair", Duration.ZERO);
    assertThat(repaired.different()).isOne();
    assertThat(repaired.repaired()).isOne();
    assertThat(users.find("jane").orElseThrow().email()).isEqualTo("new@example.com");
    assertThat(claims.claim("jane@example.com", "another", RecordedLog.NOW))
        .as("the former mailbox is free")
        .isTrue();
    assertThat(claims.claim("new@example.com", "another", RecordedLog.NOW)).isFalse();
    assertThat(run("repair", Duration.ZERO).different()).isZero();
  }

  @Test
  void pageOlderThanTheRowIsNoDifference() {
    users.delete("jane");
    users.putIfAbsent(
        TestUsers.builder("jane")
            .email("new@example.com", true)
            .profile(null, "Jo", null)
            .times(RecordedLog.NOW)
            .build());
    pool.changeEmail("jane", "new@example.com");
    assertThat(run("repair", Duration.ZERO).different()).isZero();
    assertThat(users.find("jane").orElseThrow().email()).isEqualTo("new@example.com");
  }

  @Test
  void erasureThatBrokeOffIsCountedAndNobodyComesBack() {
    users.markErased("jane", RecordedLog.NOW);
    users.delete("jane");
    ReconcileProgress progress = run("repair", Duration.ZERO);
    assertThat(progress.erasuresIncomplete()).isOne();
    assertThat(users.read("jane")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RECONCILE_DIFFERENCES, remove, must be report or repair",
    "RECONCILE_GRACE_HOURS, -1, must be a number from 0 to 8760",
    "RECONCILE_GRACE_HOURS, day, must be a number from 0 to 8760",
    "RECONCILE_MAX_REMOVED_PERCENT, 0, must be a number from 1 to 100",
    "RECONCILE_MAX_REMOVED_PERCENT, 101, must be a number from 1 to 100"
  })
  void malformedSettingIsRefusedByItsName(String name, String value, String reason) {
    FunctionSettings settings = new FunctionSettings(Map.of(name, value));
    assertThatThrownBy(() -> DifferencePolicy.from(settings))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContainingAll(name, reason);
  }
}

package dev.gatehouse.triggers.poolexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.TimedContext;
import dev.gatehouse.users.InMemoryPassStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolExportHandlerTest {
  private static final int MINUTES = 900_000;
  private static final int NONE_LEFT = 1_000;
  private static final String ID = "exports/20260102T030405Z/";

  private final RecordedLog log = new RecordedLog();
  private final FakeExportPool pool = new FakeExportPool();
  private final StoredExports exports = new StoredExports();
  private final InMemoryPassStore passes = new InMemoryPassStore();
  private Clock clock = RecordedLog.CLOCK;

  private Map<String, Object> run(Map<String, Object> input, int... timeLeft) {
    return new PoolExportHandler(
            pool,
            subs -> subs.contains("b") ? Map.of("b", "first-sub-of-b") : Map.of(),
            exports,
            passes,
            Duration.ofHours(24),
            clock,
            log.of("pool-export"))
        .handleRequest(input, TimedContext.with(timeLeft));
  }

  private Map<String, Object> run(int... timeLeft) {
    return run(Map.of(), timeLeft);
  }

  private void later(Duration by) {
    clock = Clock.offset(clock, by);
  }

  private List<String> texts(String kind, String member) {
    return exports.lines(kind).stream().map(line -> line.get(member).getAsString()).toList();
  }

  @Test
  void everybodyIsExportedWithTheIdOfTheRow() {
    pool.pageOf("a", "b");
    pool.add("waiting", "UNCONFIRMED");
    pool.group("admins", "b", "a");
    pool.group("readers", "b");
    assertThat(run(MINUTES)).containsEntry("done", true).containsEntry("users", 3L);
    assertThat(texts("user", "sub")).containsExactly("a", "b", "waiting");
    assertThat(texts("user", "userId")).containsExactly("a", "first-sub-of-b", "waiting");
    assertThat(texts("user", "status")).containsExactly("CONFIRMED", "CONFIRMED", "UNCONFIRMED");
    assertThat(exports.lines("user").getFirst().getAsJsonObject("attributes"))
        .hasToString(
            "{\"custom:plan\":\"gold, \\\"old\\\"\",\"email\":\"a@example.com\",\"sub\":\"a\"}");
    assertThat(texts("group", "group")).containsExactly("admins", "readers");
    assertThat(exports.lines("member").stream().map(JsonObject::toString))
        .containsExactly(
            "{\"kind\":\"member\",\"group\":\"admins\",\"userName\":\"b\"}",
            "{\"kind\":\"member\",\"group\":\"admins\",\"userName\":\"a\"}",
            "{\"kind\":\"member\",\"group\":\"readers\",\"userName\":\"b\"}");
  }

  @Test
  void manifestIsStoredLastAndCountsWhatThereIs() {
    pool.pageOf("a");
    pool.add("waiting", "UNCONFIRMED");
    run(MINUTES);
    assertThat(exports.keys()).containsExactly(ID + "part-00001.ndjson.gz", ID + "manifest.json");
    assertThat(exports.manifest().get("users").getAsInt()).isEqualTo(2);
    assertThat(exports.manifest().get("unconfirmed").getAsInt()).isOne();
    assertThat(exports.manifest().get("userPoolId").getAsString()).isEqualTo("us-east-1_EXAMPLE");
  }

  @Test
  void runThatIsOutOfTimeIsContinuedAndOnlyTheLastStoresAManifest() {
    pool.pageOf("a");
    pool.pageOf("b");
    pool.pageOf("c");
    pool.group("admins", "a", "c");
    int runs = 0;
    do {
      runs++;
      assertThat(exports.keys()).noneMatch(key -> key.endsWith("manifest.json"));
    } while (Boolean.FALSE.equals(run(MINUTES, NONE_LEFT).get("done")) && runs < 20);
    assertThat(runs).isGreaterThan(3);
    assertThat(texts("user", "sub")).containsExactly("a", "b", "c");
    assertThat(exports.lines("member")).hasSize(2);
  }

  @Test
  void listingThatFailsLeavesNoManifestAndIsContinued() {
    pool.pageOf("a");
    pool.pageOf("b");
    pool.failAt(1);
    run(MINUTES, NONE_LEFT);
    assertThatThrownBy(() -> run(MINUTES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("jane");
    assertThat(log.lines().getLast()).contains("EXPORT_FAILED").doesNotContain("jane");
    assertThat(exports.keys()).containsExactly(ID + "part-00001.ndjson.gz");
    pool.failAt(-1);
    assertThat(run(MINUTES)).containsEntry("done", true);
    assertThat(texts("user", "sub")).containsExactly("a", "b");
  }

  @Test
  void bucketThatTakesNoManifestMakesNoCompleteExport() {
    pool.pageOf("a");
    exports.failAfter(1);
    assertThatThrownBy(() -> run(MINUTES)).isInstanceOf(IllegalStateException.class);
    later(Duration.ofMinutes(15));
    exports.failAfter(Integer.MAX_VALUE);
    log.clear();
    assertThat(run(MINUTES)).containsEntry("done", true);
    assertThat(texts("user", "sub")).containsExactly("a");
    assertThat(log.line().get("PoolExportAge").getAsLong()).isEqualTo(15);
  }

  @Test
  void expiredTokenBeginsAnotherExport() {
    pool.pageOf("a");
    pool.pageOf("b");
    run(MINUTES, NONE_LEFT);
    later(Duration.ofHours(2));
    pool.expireTokenOf(1);
    assertThat(run(MINUTES)).containsEntry("export", "20260102T050405Z");
    assertThat(texts("user", "sub")).containsExactly("a", "b");
    assertThat(log.lines().get(1)).contains("TOKEN_EXPIRED");
  }

  @Test
  void rebuiltPoolIsNotMixedWithTheOneBefore() {
    pool.pageOf("a");
    pool.group("admins", "a");
    run(MINUTES, NONE_LEFT);
    pool.rebuild();
    later(Duration.ofMinutes(15));
    run(MINUTES);
    assertThat(exports.manifest().get("userPoolId").getAsString()).isEqualTo("us-east-1_REBUILT");
    assertThat(texts("user", "sub")).containsExactly("a");
  }

  @Test
  void nextExportIsDueAfterItsTimeOrOnRequest() {
    pool.pageOf("a");
    run(MINUTES);
    later(Duration.ofHours(23));
    assertThat(run(MINUTES)).containsEntry("done", false);
    assertThat(pool.listings).isOne();
    assertThat(run(Map.of("begin", true), MINUTES)).containsEntry("done", true);
    later(Duration.ofHours(24));
    assertThat(run(MINUTES)).containsEntry("done", true);
    assertThat(pool.listings).isEqualTo(3);
  }

  @Test
  void secondRunAtATimeDoesNothing() {
    pool.pageOf("a");
    passes.acquire("another", clock.instant(), clock.instant().plusSeconds(60));
    assertThat(run(MINUTES)).containsEntry("done", false);
    assertThat(pool.listings).isZero();
    assertThat(log.line().get("code").getAsString()).isEqualTo("LEASE_HELD");
  }

  @Test
  void logNamesNobody() {
    pool.pageOf("jane");
    run(MINUTES);
    assertThat(log.line().get("PoolExportsFinished").getAsLong()).isOne();
    assertThat(log.lines().getFirst()).doesNotContain("jane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily", "PT0S", "-PT1H"})
  void malformedTimeIsNamed(String every) {
    FunctionSettings settings = new FunctionSettings(Map.of("POOL_EXPORT_EVERY", every));
    assertThatThrownBy(() -> PoolExportHandler.every(settings))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("POOL_EXPORT_EVERY");
  }
}

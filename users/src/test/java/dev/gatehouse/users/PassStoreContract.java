package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PassStore} fulfills; each test has a store of its own. */
public abstract class PassStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /** Returns an empty store. */
  protected abstract PassStore passes();

  @Test
  void secondRunHasNoLeaseUntilTheFirstOneExpires() {
    PassStore passes = passes();
    assertThat(passes.state()).isEmpty();
    assertThat(passes.acquire("one", NOW, NOW.plusSeconds(60))).contains(Map.of());
    assertThat(passes.acquire("two", NOW.plusSeconds(59), NOW.plusSeconds(119))).isEmpty();
    assertThat(passes.acquire("one", NOW.plusSeconds(59), NOW.plusSeconds(60)))
        .as("the same run, called again")
        .isPresent();
    assertThat(passes.acquire("two", NOW.plusSeconds(60), NOW.plusSeconds(120))).isPresent();
  }

  @Test
  void runThatLostItsLeaseStoresNothing() {
    PassStore passes = passes();
    passes.acquire("one", NOW, NOW.plusSeconds(60));
    assertThat(passes.save("one", Map.of("cursor", "1"), NOW.plusSeconds(70))).isTrue();
    passes.acquire("two", NOW.plusSeconds(70), NOW.plusSeconds(130));
    assertThat(passes.save("one", Map.of("cursor", "2"), NOW.plusSeconds(140))).isFalse();
    assertThat(passes.save("two", Map.of("cursor", "3"), NOW.plusSeconds(80))).isTrue();
    assertThat(passes.acquire("three", NOW.plusSeconds(80), NOW.plusSeconds(90)))
        .contains(Map.of("cursor", "3"));
    assertThat(passes.state()).containsExactly(Map.entry("cursor", "3"));
  }

  @Test
  void filterBelongsToOnePass() {
    PassStore passes = passes();
    assertThat(passes.filter("1")).isEmpty();
    passes.saveFilter("1", new byte[] {1, 2});
    assertThat(passes.filter("1")).hasValue(new byte[] {1, 2});
    passes.saveFilter("2", new byte[] {3});
    assertThat(passes.filter("1")).isEmpty();
  }
}

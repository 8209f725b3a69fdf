package dev.gatehouse.pulumi.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.settings.HostedUiSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostedUiDowntimeTest {
  private static final HostedUiSettings PREFIX =
      new HostedUiSettings("new", "", List.of(), List.of());
  private static final HostedUiSettings HOST =
      new HostedUiSettings("", "new.gatehouse.test", List.of(), List.of());

  @Test
  void changedPrefixTakesThePagesDown() {
    assertThat(HostedUiDowntime.sentence(PREFIX, Map.of("domain", "old")))
        .contains(
            "gatehouse:hostedDomainPrefix changes from old to new: a user pool has one, so the old"
                + " one is deleted first and the hosted pages are down for a minute or more");
  }

  @Test
  void changedDomainTakesThePagesDownForLonger() {
    assertThat(HostedUiDowntime.sentence(HOST, Map.of("customDomain", "old.gatehouse.test")))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .startsWith(
                        "gatehouse:hostedDomain changes from old.gatehouse.test to"
                            + " new.gatehouse.test")
                    .endsWith("down for up to an hour"));
  }

  @Test
  void newAndUnchangedDomainsTakeNothingDown() {
    assertThat(HostedUiDowntime.sentence(PREFIX, Map.of("domain", "new"))).isEmpty();
    assertThat(HostedUiDowntime.sentence(HOST, Map.of("customDomain", ""))).isEmpty();
    assertThat(HostedUiDowntime.sentence(HOST, Map.of())).isEmpty();
  }

  @Test
  void domainOfTheOtherKindStaysUntilTheNewOneIsThere() {
    assertThat(HostedUiDowntime.sentence(HOST, Map.of("domain", "old"))).isEmpty();
  }
}

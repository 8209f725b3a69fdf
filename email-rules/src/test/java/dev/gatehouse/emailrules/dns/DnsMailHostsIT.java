package dev.gatehouse.emailrules.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DnsMailHostsIT {
  private static final Duration TIMEOUT = Duration.ofMillis(800);

  private FakeResolver resolver;
  private DnsMailHosts hosts;

  @BeforeEach
  void startResolver() throws Exception {
    resolver =
        new FakeResolver()
            .mx("mail.com", 10, "mx.mail.com")
            .mx("two.com", 10, "mx.two.com")
            .mx("two.com", 0, "")
            .mx("null.com", 0, "")
            .address("null.com", "8.8.8.8")
            .address("v4.com", "8.8.8.8")
            .address("v6.com", "2606:4700::1")
            .address("home.com", "192.168.1.1")
            .address("home.com", "fd00::1")
            .empty("empty.com")
            .failing("broken.com", 2)
            .failing("refusing.com", 5)
            .silent("silent.com")
            .start();
    hosts = new DnsMailHosts(resolver.url(), TIMEOUT);
  }

  @AfterEach
  void stopResolver() throws Exception {
    resolver.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "mail.com, true",
    "two.com, true",
    "null.com, false",
    "v4.com, true",
    "v6.com, true",
    "home.com, false",
    "empty.com, false",
    "nowhere.com, false",
  })
  void domainAcceptsMailByItsMxOrByAPublicIpAddress(String domain, boolean accepted) {
    assertThat(hosts.acceptMailFor(domain)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken.com", "refusing.com", "silent.com"})
  void lookupWithoutAResultFails(String domain) {
    assertThatExceptionOfType(LookupFailed.class).isThrownBy(() -> hosts.acceptMailFor(domain));
  }

  @Test
  void lookupFailsWithinTheTimeout() {
    long start = System.nanoTime();
    assertThatExceptionOfType(LookupFailed.class)
        .isThrownBy(() -> hosts.acceptMailFor("silent.com"));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(TIMEOUT.minusMillis(100), TIMEOUT.plusMillis(1_000));
  }
}

package dev.gatehouse.emailrules.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.emailrules.providers.Provider;
import dev.gatehouse.emailrules.syntax.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped list against the checks of {@code make refresh-disposable} that need no network. */
final class DisposableListTest {
  /** Some public suffixes; the script checks against the whole list of them. */
  private static final List<String> PUBLIC_SUFFIXES =
      List.of(
          "hopto.org",
          "ddns.net",
          "ddnss.de",
          "pp.ua",
          "za.com",
          "msk.ru",
          "my.id",
          "edu.pl",
          "web.id",
          "net.ua",
          "co.uk",
          "com.br",
          "github.io",
          "us.com",
          "eu.org",
          "dynv6.net");

  private static String text;
  private static List<String> domains;

  @BeforeAll
  static void readTheList() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(DisposableList.class.getResourceAsStream("disposable.txt"))) {
      text = new String(list.readAllBytes(), UTF_8);
    }
    domains = text.lines().filter(line -> !line.startsWith("#")).toList();
  }

  private static String header(String name) {
    String start = "# " + name + ": ";
    return text.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  @Test
  void listIsSortedAndEveryLineIsADomain() {
    assertThat(new ArrayList<>(new TreeSet<>(domains))).isEqualTo(domains);
    assertThat(domains).allMatch(line -> line.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"));
    assertThat(domains).hasSizeBetween(5_000, 30_000);
    assertThat(text).endsWith("\n");
  }

  @Test
  void headerNamesSourceAndLicenseAndHashOfTheList() throws Exception {
    byte[] list = text.substring(text.indexOf("\n" + domains.get(0)) + 1).getBytes(UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));
    assertThat(header("license")).isEqualTo("CC0-1.0");
    assertThat(header("source")).startsWith("https://github.com/disposable-email-domains/");
    assertThat(header("count")).isEqualTo(String.valueOf(domains.size()));
    assertThat(header("sha256")).isEqualTo(hash);
  }

  @Test
  void dateIsADay() {
    assertThat(DisposableList.shippedDate()).isEqualTo(LocalDate.parse(header("date")));
    assertThatIllegalStateException()
        .isThrownBy(() -> DisposableList.dateIn(Stream.of("# count: 1", "a.com", "# date: x")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T00:00:00Z, 0 days old",
    "2026-11-30T23:59:59Z, 1 day old",
    "2036-11-29T12:00:00Z, 3653 days old"
  })
  void buildShowsTheAgeOfTheList(String now, String age) {
    assertThat(
            DisposableListAge.line(
                "# date: 2026-11-29\n" + "a.com\n".repeat(9_012),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC)))
        .isEqualTo(
            "Disposable domains: 9,012 of 2026-11-29, "
                + age
                + "; make refresh-disposable renews them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailinator.com", "yopmail.com", "guerrillamail.com", "10minutemail.com"})
  void wellKnownDomainsAreListed(String domain) {
    assertThat(domains).contains(domain);
  }

  @ParameterizedTest
  @EnumSource
  void noProviderIsListed(Provider provider) {
    assertThat(domains).doesNotContainAnyElementsOf(provider.domains());
  }

  @Test
  void noPublicSuffixIsListed() {
    assertThat(domains).doesNotContainAnyElementsOf(PUBLIC_SUFFIXES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"opayq.com", "altmails.com", "inboxalias.com", "sify.com"})
  void listedRelayOrProviderIsNotDisposable(String domain) {
    assertThat(domains).contains(domain);
    AddressList none = AddressList.of(List.of());
    Address address = new Address("jane", domain);
    assertThat(DisposableDomains.of(none, none).contains(address)).isFalse();
    assertThat(KnownDomains.isRelay(address)).isEqualTo(!domain.equals("sify.com"));
  }

  @Test
  void docsNameDateAndSourceOfTheList() throws Exception {
    assertThat(Files.readString(Path.of("..", "docs", "email-rules.md")))
        .contains(
            "\nThe list is of %s: %s domains from %s.\n"
                .formatted(header("date"), header("count"), header("package")));
  }

  @Test
  void everyLineIsFoundAndNothingElse() {
    DisposableList list = DisposableList.shipped();
    for (String domain : domains) {
      assertThat(list.contains(domain)).as(domain).isTrue();
      assertThat(list.specificity("a.b." + domain)).isEqualTo(domain.length());
      assertThat(list.contains(domain.substring(0, domain.length() - 1) + "-")).isFalse();
      assertThat(list.contains(domain + ".zz-zz")).isFalse();
    }
    assertThat(list.contains("# count: " + domains.size())).isFalse();
    assertThat(list.contains("0")).isFalse();
    assertThat(list.contains("zzzzzzzzzz.zz")).isFalse();
  }

  @Test
  void headerAndLastLineEndAreOptional() {
    DisposableList list = DisposableList.of("a.com\nb.com");
    assertThat(list.contains("a.com")).isTrue();
    assertThat(list.contains("b.com")).isTrue();
    assertThat(list.contains("b.co")).isFalse();
    assertThat(DisposableList.of("").contains("a.com")).isFalse();
    assertThat(DisposableList.of("# nothing").contains("a.com")).isFalse();
  }
}

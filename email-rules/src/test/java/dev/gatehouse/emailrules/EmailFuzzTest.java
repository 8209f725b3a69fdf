package dev.gatehouse.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.AddressSyntax;
import dev.gatehouse.emailrules.syntax.AddressSyntax.DomainForm;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Valid;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random addresses against the rules, from a fixed seed.
 *
 * <p>{@code -Dfuzz.addresses=1000000} tries more of them, {@code -Dfuzz.seed=} others.
 */
final class EmailFuzzTest {
  private static final int ADDRESSES = Integer.getInteger("fuzz.addresses", 10_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_102);
  private static final Map<String, String> ALL_RULES =
      Map.of(
          "DENY", "jane@gmail.com, *.denied.com",
          "ALLOW", "allowed.com",
          "RELAY", "log",
          "TYPO", "log",
          "PROVIDER_RULES", "log",
          "ROLE", "log",
          "SUBADDRESS", "log",
          "SPECIAL_USE", "off");

  private static final List<String> VALID =
      List.of(
          "jane.doe+x@gmail.com",
          "a-b@yahoo.co.uk",
          "x@jane.fastmail.com",
          "user@xn--bcher-kva.de",
          "user@xn--80ajglhfv.xn--j1aef",
          "user@bücher.de",
          "Root@Example.COM",
          "!#$%&'*+-/=?^_`{|}~@a.co");

  private static final List<String> PIECES =
      List.of(
          "@",
          ".",
          "..",
          "-",
          "--",
          "xn--",
          "+",
          "=",
          "#",
          " ",
          "\t",
          "\u0000",
          "\r\n",
          "\"",
          "(",
          "\\",
          "[1.2.3.4]",
          "<",
          ",",
          "İ",
          "ı",
          "K",
          "ß",
          "ς",
          "é",
          "e\u0301",
          "\u200b",
          "\u202e",
          "\ufeff",
          "。",
          "｡",
          "．",
          "＠",
          "а",
          "中",
          "ー",
          "😉",
          "\ud800",
          "\udfff",
          "com",
          "gmail.com",
          "99999999",
          "a".repeat(64),
          "b".repeat(255));

  /** An address to which SES sends mail: ASCII, with A-labels. */
  private static final String SES =
      "[!#-'*+\\-/-9=?A-Z^_`a-z{|}~]+(\\.[!#-'*+\\-/-9=?A-Z^_`a-z{|}~]+)*"
          + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}";

  private static String mutated(Random random) {
    StringBuilder address = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
    for (int change = random.nextInt(6); change > 0; change--) {
      int at = random.nextInt(address.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> address.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> address.delete(at, Math.min(address.length(), at + 1 + random.nextInt(4)));
        case 2 -> address.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
        default -> address.insert(at, (char) (' ' + random.nextInt('~' - ' ' + 1)));
      }
    }
    return address.toString();
  }

  private static String randomText(Random random) {
    StringBuilder address = new StringBuilder();
    for (int letter = random.nextInt(300); letter > 0; letter--) {
      address.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
    }
    return address.toString();
  }

  @ParameterizedTest
  @CsvSource({"off, A_LABELS", "reject, A_LABELS", "off, U_LABELS"})
  void everyTextGetsADecisionAndAllowedAddressesCanReceiveMail(String idn, DomainForm form) {
    judge(idn, form, ADDRESSES, SEED);
  }

  @ParameterizedTest
  @Tag("nightly")
  @ValueSource(longs = {1, 2, 3})
  void manyTextsGetADecisionAndAllowedAddressesCanReceiveMail(long seed) {
    judge("off", DomainForm.A_LABELS, 400_000, seed);
  }

  private static void judge(String idn, DomainForm form, int addresses, long seed) {
    Map<String, String> settings = new HashMap<>(ALL_RULES);
    settings.put("IDN", idn);
    AddressSyntax syntax = new AddressSyntax(254, form);
    EmailRules rules = new EmailRules(new EmailRuleSettings(settings), canonical -> false, syntax);
    Random random = new Random(seed);
    int allowed = 0;
    for (int i = 0; i < addresses; i++) {
      String address = random.nextInt(8) == 0 ? randomText(random) : mutated(random);
      if (rules.judge("PreSignUp_SignUp", address) instanceof Allowed) {
        allowed++;
        String sent = form == DomainForm.U_LABELS ? withALabels(address) : address;
        assertThat(sent).matches(SES).hasSizeLessThanOrEqualTo(254);
        assertThat(sent.indexOf('@')).isLessThanOrEqualTo(64);
      }
    }
    assertThat(allowed).as("some are allowed").isGreaterThan(addresses / 50);
  }

  private static String withALabels(String text) {
    Address address = ((Valid) AddressSyntax.U_LABELS.parse(text)).address();
    return address.local() + '@' + address.domain();
  }

  /** Allocated memory is measured, since time depends on the load of the computer. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 10_000_000})
  void longTextIsRefusedWithoutParsing(int length) {
    EmailRules rules = EmailRules.of(ALL_RULES);
    String text = "jane@" + "a.".repeat(length / 2);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    rules.judge("PreSignUp_SignUp", text);
    long before = thread.getCurrentThreadAllocatedBytes();
    Decision decision = rules.judge("PreSignUp_SignUp", text);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000);
    assertThat(decision).isEqualTo(new Decision.Refused(RefusalCode.EMAIL_INVALID));
  }

  @Test
  void longestAddressesAreCheap() {
    EmailRules rules =
        new EmailRules(
            new EmailRuleSettings(ALL_RULES), canonical -> false, AddressSyntax.A_LABELS);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (String piece : PIECES) {
      String address = "x@" + piece.repeat(253 / piece.getBytes(UTF_8).length);
      rules.judge("PreSignUp_SignUp", address);
      long before = thread.getCurrentThreadAllocatedBytes();
      rules.judge("PreSignUp_SignUp", address);
      assertThat(thread.getCurrentThreadAllocatedBytes() - before).as(piece).isLessThan(300_000);
    }
  }
}

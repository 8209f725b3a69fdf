package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DISPOSABLE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DISPOSABLE_EXCEPT;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DISPOSABLE_EXCEPT_FILE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DISPOSABLE_EXTRA;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DISPOSABLE_EXTRA_FILE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_MX;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_MX_TIMEOUT_MS;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_PROVIDER_RULES;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_RELAY;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_ROLE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_SPECIAL_USE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_SUBADDRESS;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_TYPO;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Lists the optional rules in the order in which they are asked: the network comes last. */
final class Checks {
  /** Two questions at once and an answer are to fit into the four seconds of the function. */
  private static final int LONGEST_MX_MS = 2_000;

  private Checks() {}

  static Check specialUse(Settings settings) {
    return new Check(
        "special-use",
        settings.strictness(EMAIL_SPECIAL_USE),
        RefusalCode.EMAIL_UNDELIVERABLE,
        Domains::isSpecialUse);
  }

  static List<Check> afterTheLists(
      Settings settings, CanonicalForm canonical, MailboxClaims claims) {
    return List.of(
        new Check(
            "relay",
            settings.strictness(EMAIL_RELAY),
            RefusalCode.EMAIL_NOT_ALLOWED,
            Domains::isRelay),
        disposable(settings),
        new Check(
            "typo",
            settings.strictness(EMAIL_TYPO),
            RefusalCode.EMAIL_UNDELIVERABLE,
            Domains::isTypo),
        new Check(
            "provider",
            settings.strictness(EMAIL_PROVIDER_RULES),
            RefusalCode.EMAIL_INVALID,
            address -> Names.isUnknownToProvider(address, canonical)),
        new Check(
            "role",
            settings.strictness(EMAIL_ROLE),
            RefusalCode.EMAIL_NOT_ALLOWED,
            address -> Names.isRole(address, canonical)),
        subaddress(settings, canonical),
        unique(settings, claims),
        mx(settings));
  }

  private static Check disposable(Settings settings) {
    Strictness strictness = settings.strictness(EMAIL_DISPOSABLE);
    AddressList extra = settings.list(EMAIL_DISPOSABLE_EXTRA, EMAIL_DISPOSABLE_EXTRA_FILE);
    AddressList except = settings.list(EMAIL_DISPOSABLE_EXCEPT, EMAIL_DISPOSABLE_EXCEPT_FILE);
    Predicate<Address> listed =
        strictness == Strictness.OFF
            ? address -> false
            : Disposable.of(DisposableList.shipped(), extra, except)::holds;
    return new Check("disposable", strictness, RefusalCode.EMAIL_DISPOSABLE, listed);
  }

  private static Check subaddress(Settings settings, CanonicalForm canonical) {
    // One account to a mailbox lets in a sub-address, as long as it is the first.
    boolean unique = settings.word(EMAIL_SUBADDRESS).equals("unique");
    return new Check(
        "subaddress",
        unique ? Strictness.OFF : settings.strictness(EMAIL_SUBADDRESS),
        RefusalCode.EMAIL_SUBADDRESS,
        canonical::isSubaddress);
  }

  private static Check unique(Settings settings, MailboxClaims claims) {
    boolean unique = settings.word(EMAIL_SUBADDRESS).equals("unique");
    return new Check(
        "unique",
        unique ? Strictness.STRICT : Strictness.OFF,
        RefusalCode.EMAIL_NOT_ALLOWED,
        claims::isClaimed);
  }

  private static Check mx(Settings settings) {
    Strictness strictness = settings.strictness(EMAIL_MX);
    int timeout = settings.number(EMAIL_MX_TIMEOUT_MS, 1, LONGEST_MX_MS);
    MailHosts hosts =
        strictness == Strictness.OFF
            ? domain -> true
            : new DnsMailHosts(DnsMailHosts.OF_THE_MACHINE, Duration.ofMillis(timeout));
    return new Check(
        "mx",
        strictness,
        RefusalCode.EMAIL_UNDELIVERABLE,
        address -> !hosts.takeMailFor(address.domain()));
  }
}

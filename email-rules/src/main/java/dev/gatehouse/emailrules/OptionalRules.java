package dev.gatehouse.emailrules;

import static dev.gatehouse.emailrules.RefusalCode.EMAIL_DISPOSABLE;
import static dev.gatehouse.emailrules.RefusalCode.EMAIL_INVALID;
import static dev.gatehouse.emailrules.RefusalCode.EMAIL_NOT_ALLOWED;
import static dev.gatehouse.emailrules.RefusalCode.EMAIL_SUBADDRESS;
import static dev.gatehouse.emailrules.RefusalCode.EMAIL_UNDELIVERABLE;
import static dev.gatehouse.emailrules.RefusalCode.EMAIL_UNSUPPORTED;

import dev.gatehouse.emailrules.dns.DnsMailHosts;
import dev.gatehouse.emailrules.dns.MailHosts;
import dev.gatehouse.emailrules.lists.AddressList;
import dev.gatehouse.emailrules.lists.DisposableDomains;
import dev.gatehouse.emailrules.lists.KnownDomains;
import dev.gatehouse.emailrules.providers.CanonicalForm;
import dev.gatehouse.emailrules.providers.LocalPartNames;
import dev.gatehouse.emailrules.providers.Provider;
import dev.gatehouse.emailrules.syntax.Address;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules that follow the syntax, in the order of evaluation: the network comes last.
 *
 * <p>A new rule is a line here, a constant of {@link EmailRuleSetting} and a predicate. All rules
 * but {@code canonical} have a setting.
 */
final class OptionalRules {
  private final EmailRuleSettings settings;

  private OptionalRules(EmailRuleSettings settings) {
    this.settings = settings;
  }

  /** Returns the rules that apply to addresses on the allow list too. */
  static List<EmailRule> beforeLists(EmailRuleSettings settings) {
    OptionalRules rules = new OptionalRules(settings);
    return List.of(
        new EmailRule("canonical", Strictness.REJECT, EMAIL_INVALID, Provider::cannotIssue),
        rules.rule(
            "international-domain",
            EmailRuleSetting.IDN,
            EMAIL_UNSUPPORTED,
            Address::isInternational),
        rules.rule(
            "special-use",
            EmailRuleSetting.SPECIAL_USE,
            EMAIL_UNDELIVERABLE,
            KnownDomains::isSpecialUse));
  }

  /** Returns the rules for addresses that neither the allow list nor the deny list names. */
  static List<EmailRule> afterLists(EmailRuleSettings settings, ClaimedMailboxes claimed) {
    OptionalRules rules = new OptionalRules(settings);
    return List.of(
        rules.rule("allow", EmailRuleSetting.ALLOWLIST, EMAIL_NOT_ALLOWED, address -> true),
        rules.rule("relay", EmailRuleSetting.RELAY, EMAIL_NOT_ALLOWED, KnownDomains::isRelay),
        rules.rule("disposable", EmailRuleSetting.DISPOSABLE, EMAIL_DISPOSABLE, rules.disposable()),
        rules.rule("typo", EmailRuleSetting.TYPO, EMAIL_UNDELIVERABLE, KnownDomains::isTypo),
        rules.rule(
            "provider",
            EmailRuleSetting.PROVIDER_RULES,
            EMAIL_INVALID,
            LocalPartNames::isUnknownToProvider),
        rules.rule("role", EmailRuleSetting.ROLE, EMAIL_NOT_ALLOWED, LocalPartNames::isRole),
        rules.rule(
            "subaddress",
            EmailRuleSetting.SUBADDRESS,
            EMAIL_SUBADDRESS,
            CanonicalForm::isSubaddress),
        rules.rule(
            "one-account-per-mailbox",
            EmailRuleSetting.ONE_ACCOUNT_PER_MAILBOX,
            EMAIL_NOT_ALLOWED,
            address -> claimed.isClaimed(CanonicalForm.of(address))),
        rules.rule("mx", EmailRuleSetting.MX, EMAIL_UNDELIVERABLE, rules.withoutMailHost()));
  }

  private EmailRule rule(
      String id, EmailRuleSetting setting, RefusalCode code, Predicate<Address> applies) {
    return new EmailRule(id, settings.strictness(setting), code, applies);
  }

  private Predicate<Address> disposable() {
    AddressList extra = settings.list(EmailRuleSetting.DISPOSABLE_EXTRA);
    AddressList except = settings.list(EmailRuleSetting.DISPOSABLE_EXCEPT);
    return isOff(EmailRuleSetting.DISPOSABLE)
        ? address -> false // without loading the shipped list
        : DisposableDomains.of(extra, except)::contains;
  }

  private Predicate<Address> withoutMailHost() {
    if (isOff(EmailRuleSetting.MX)) {
      return address -> false;
    }
    MailHosts hosts = new DnsMailHosts();
    return address -> !hosts.acceptMailFor(address.domain());
  }

  private boolean isOff(EmailRuleSetting setting) {
    return settings.strictness(setting) == Strictness.OFF;
  }
}

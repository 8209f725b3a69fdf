package dev.gatehouse.emailrules;

import static dev.gatehouse.emailrules.EmailRuleSetting.ADMIN;
import static dev.gatehouse.emailrules.EmailRuleSetting.ALLOW;
import static dev.gatehouse.emailrules.EmailRuleSetting.DENY;
import static dev.gatehouse.emailrules.EmailRuleSetting.DISPOSABLE;
import static dev.gatehouse.emailrules.EmailRuleSetting.EXTERNAL;
import static dev.gatehouse.emailrules.EmailRuleSetting.ONE_ACCOUNT_PER_MAILBOX;
import static dev.gatehouse.emailrules.EmailRuleSetting.REQUIRE_EXTERNAL;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.lists.AllowAndDeny;
import dev.gatehouse.emailrules.lists.DisposableDomains;
import dev.gatehouse.emailrules.lists.ListMatch;
import dev.gatehouse.emailrules.providers.CanonicalForm;
import dev.gatehouse.emailrules.providers.Provider;
import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.AddressSyntax;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Invalid;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide which e-mail addresses may sign up.
 *
 * <pre>{@code
 * EmailRules rules = EmailRules.of(Map.of("DENY", "competitor.com", "ROLE", "reject"));
 * if (rules.judge("PreSignUp_SignUp", "info@example.org") instanceof Refused refused) {
 *   throw new IllegalArgumentException(refused.code().sentence());
 * }
 * }</pre>
 *
 * <p>The rules are evaluated in a fixed order, and the first that refuses ends the evaluation. A
 * rule that cannot look up what it needs lets the address pass (fails open). Instances are
 * immutable and safe for use by several threads.
 */
public final class EmailRules {
  /** Cognito's limit for a user name, which the address is in our pool. */
  private static final int MAX_OCTETS = 128;

  static final AddressSyntax SYNTAX = AddressSyntax.A_LABELS.withMaxOctets(MAX_OCTETS);

  private final AddressSyntax syntax;
  private final List<EmailRule> beforeLists;
  private final AllowAndDeny lists;
  private final List<EmailRule> afterLists;
  private final RuleScope administratorScope;
  private final RuleScope externalScope;
  private final boolean requireExternal;
  private final boolean admitsNobody;
  private final boolean usesDisposableList;

  EmailRules(EmailRuleSettings settings, ClaimedMailboxes claimed, AddressSyntax syntax) {
    this.syntax = syntax;
    beforeLists = OptionalRules.beforeLists(settings);
    lists = AllowAndDeny.of(settings.list(ALLOW), settings.list(DENY));
    afterLists = OptionalRules.afterLists(settings, claimed);
    administratorScope = RuleScope.of(settings.text(ADMIN));
    externalScope = RuleScope.of(settings.text(EXTERNAL));
    requireExternal = settings.isTrue(REQUIRE_EXTERNAL);
    usesDisposableList = settings.strictness(DISPOSABLE) != Strictness.OFF;
    admitsNobody =
        settings.strictness(EmailRuleSetting.ALLOWLIST) == Strictness.REJECT
            && lists.allowsNothing();
  }

  /**
   * Returns the rules that these settings describe, without the lookup of claimed mailboxes.
   *
   * @param settings by the name of the {@link EmailRuleSetting}; unknown names are ignored
   * @throws InvalidRuleSetting if a value is malformed, or a name or word is retired
   */
  public static EmailRules of(Map<String, String> settings) {
    return of(settings, canonicalAddress -> false);
  }

  /**
   * Returns the rules that these settings describe.
   *
   * @param claimed called only if {@link EmailRuleSetting#ONE_ACCOUNT_PER_MAILBOX} is true
   * @throws InvalidRuleSetting if a value is malformed, or a name or word is retired
   */
  public static EmailRules of(Map<String, String> settings, ClaimedMailboxes claimed) {
    return new EmailRules(new EmailRuleSettings(settings), claimed, SYNTAX);
  }

  /**
   * Returns whether these settings ask for one account per mailbox.
   *
   * @throws InvalidRuleSetting if a word is invalid, or a name or word is retired
   */
  public static boolean oneAccountPerMailbox(Map<String, String> settings) {
    return new EmailRuleSettings(settings).isTrue(ONE_ACCOUNT_PER_MAILBOX);
  }

  /**
   * Returns the canonical form of an address, which all addresses of one mailbox share; empty if
   * the text is not an address. It is for comparison only: mail to it may not arrive.
   */
  public static Optional<String> canonicalForm(String email) {
    if (AddressSyntax.U_LABELS.parse(email) instanceof Valid valid
        && !Provider.cannotIssue(valid.address())) {
      return Optional.of(CanonicalForm.of(valid.address()));
    }
    return Optional.empty();
  }

  /** Returns whether no address may sign up, since an empty allow list is enforced. */
  public boolean admitsNobody() {
    return admitsNobody;
  }

  /** Returns the day of the shipped list of disposable domains; empty if the rule is off. */
  public Optional<LocalDate> disposableListDate() {
    return usesDisposableList ? Optional.of(DisposableDomains.shippedDate()) : Optional.empty();
  }

  /** Decides about an address. */
  public Decision judge(@Nullable String triggerSource, @Nullable String email) {
    return judge(triggerSource, email, RuleListener.NONE);
  }

  /**
   * Decides about an address and reports the rules that refuse it, would refuse it or fail.
   *
   * @param triggerSource Cognito's trigger source, which selects the rules that apply; all apply to
   *     a source that is unknown or null
   */
  public Decision judge(
      @Nullable String triggerSource, @Nullable String email, RuleListener listener) {
    RuleScope scope = RuleScope.of(triggerSource, administratorScope, externalScope);
    boolean mayBeMissing = RuleScope.isExternal(triggerSource) && !requireExternal;
    if (scope == RuleScope.OFF || (mayBeMissing && (email == null || email.isBlank()))) {
      return new Allowed();
    }
    AddressSyntax.Result result = syntax.parse(email);
    if (result instanceof Invalid invalid) {
      return refused(invalid.error().rule(), RefusalCode.of(invalid.error()), listener);
    }
    Address address = ((Valid) result).address();
    @Nullable EmailRule refusing = firstRefusing(beforeLists, address, listener);
    if (refusing == null && scope == RuleScope.FULL) {
      return judgeByLists(address, listener);
    }
    return decision(refusing, listener);
  }

  private Decision judgeByLists(Address address, RuleListener listener) {
    ListMatch match = lists.match(address);
    if (match == ListMatch.DENIED) {
      return refused("deny", RefusalCode.EMAIL_NOT_ALLOWED, listener);
    }
    return match == ListMatch.ALLOWED
        ? new Allowed()
        : decision(firstRefusing(afterLists, address, listener), listener);
  }

  private static @Nullable EmailRule firstRefusing(
      List<EmailRule> rules, Address address, RuleListener listener) {
    for (EmailRule rule : rules) {
      if (rule.refuses(address, listener)) {
        return rule;
      }
    }
    return null;
  }

  private static Decision decision(@Nullable EmailRule refusing, RuleListener listener) {
    return refusing == null ? new Allowed() : refused(refusing.id(), refusing.code(), listener);
  }

  private static Decision refused(String rule, RefusalCode code, RuleListener listener) {
    listener.refusedBy(rule);
    return new Refused(code);
  }
}

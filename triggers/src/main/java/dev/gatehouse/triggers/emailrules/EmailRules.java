package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_ADMIN;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_ALLOW;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_ALLOW_FILE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DENY;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_DENY_FILE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_EXTERNAL;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_IDN;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_MAX_LENGTH;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_MODE;
import static dev.gatehouse.triggers.emailrules.EmailSetting.EMAIL_REQUIRE_EXTERNAL;
import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_NOT_ALLOWED;

import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.emailrules.AllowAndDeny.Standing;
import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.Syntax.Read;
import dev.gatehouse.triggers.emailrules.Syntax.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges addresses, by rules that are chosen by who asks; the first that refuses ends it. */
public final class EmailRules {
  /** Some address is the shortest: {@code a@b.cd}. */
  private static final int SHORTEST = 6;

  private final Syntax syntax;
  private final Check specialUse;
  private final AllowAndDeny lists;
  private final Check listedOnly;
  private final List<Check> more;
  private final Extent forAdministrators;
  private final Extent forExternal;
  private final boolean requireExternal;

  private EmailRules(Settings settings, MailboxClaims claims) {
    CanonicalForm canonical = settings.canonicalForm();
    IdnForm idn = IdnForm.valueOf(settings.word(EMAIL_IDN).toUpperCase(Locale.ROOT));
    syntax = new Syntax(settings.number(EMAIL_MAX_LENGTH, SHORTEST, Syntax.LONGEST), idn);
    specialUse = Checks.specialUse(settings);
    lists =
        AllowAndDeny.of(
            settings.list(EMAIL_ALLOW, EMAIL_ALLOW_FILE),
            settings.list(EMAIL_DENY, EMAIL_DENY_FILE),
            canonical);
    listedOnly =
        new Check("allow", settings.strictness(EMAIL_MODE), EMAIL_NOT_ALLOWED, address -> true);
    more = Checks.afterTheLists(settings, canonical, claims);
    forAdministrators = Extent.of(settings.word(EMAIL_ADMIN));
    forExternal = Extent.of(settings.word(EMAIL_EXTERNAL));
    requireExternal = settings.word(EMAIL_REQUIRE_EXTERNAL).equals("true");
  }

  /**
   * Reads the rules from the environment of a function, for who words or sends a mail: whose
   * mailbox it is was asked when the person signed up.
   *
   * @throws SettingInvalid if a variable is set to what it cannot be
   */
  public static EmailRules from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    return new EmailRules(settings, new MailboxClaims(settings.canonicalForm(), null));
  }

  /**
   * Reads the rules likewise, for who decides on a sign-up and asks whose mailbox it is.
   *
   * @throws SettingInvalid if a variable is set to what it cannot be
   */
  public static EmailRules from(Map<String, String> environment, MailboxClaims claims) {
    return new EmailRules(new Settings(environment), claims);
  }

  /** Says whether the settings let nobody sign up, which is seldom meant. */
  public boolean admitNobody() {
    return listedOnly.strictness() == Strictness.STRICT && lists.allow().list().isEmpty();
  }

  /** Decides about an address, given why Cognito asks. */
  public Decision judge(@Nullable String triggerSource, @Nullable String email) {
    return judge(triggerSource, email, Witness.NOBODY);
  }

  /** Decides likewise, and says which rules spoke. */
  public Decision judge(@Nullable String triggerSource, @Nullable String email, Witness witness) {
    Extent extent = Extent.of(triggerSource, forAdministrators, forExternal);
    boolean mayBeMissing = Extent.isExternal(triggerSource) && !requireExternal;
    if (extent == Extent.OFF || (mayBeMissing && (email == null || email.isBlank()))) {
      return new Allowed();
    }
    return switch (syntax.read(email)) {
      case Wrong wrong -> refused(wrong.fault().rule, wrong.fault().code, witness);
      case Read read -> judge(read.address(), extent, witness);
    };
  }

  private Decision judge(Address address, Extent extent, Witness witness) {
    if (specialUse.refuses(address, witness)) {
      return refused(specialUse.rule(), specialUse.code(), witness);
    }
    if (extent == Extent.SYNTAX) {
      return new Allowed();
    }
    return switch (lists.standing(address)) {
      case Standing.ALLOWED -> new Allowed();
      case Standing.DENIED -> refused("deny", EMAIL_NOT_ALLOWED, witness);
      case Standing.UNLISTED -> judgeUnlisted(address, witness);
    };
  }

  private Decision judgeUnlisted(Address address, Witness witness) {
    if (listedOnly.refuses(address, witness)) {
      return refused(listedOnly.rule(), listedOnly.code(), witness);
    }
    for (Check check : more) {
      if (check.refuses(address, witness)) {
        return refused(check.rule(), check.code(), witness);
      }
    }
    return new Allowed();
  }

  private static Decision refused(String rule, RefusalCode code, Witness witness) {
    witness.refusedBy(rule);
    return new Refused(code);
  }
}

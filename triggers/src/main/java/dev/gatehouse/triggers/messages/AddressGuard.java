package dev.gatehouse.triggers.messages;

import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.Decision;
import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.EmailRules;
import dev.gatehouse.triggers.emailrules.RefusalCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a changed address to the rules of sign-up: a mail to it would be the way round them.
 *
 * <p>Cognito asks nobody before it takes a new address; the mail that confirms it is the first that
 * a function hears of it.
 */
public final class AddressGuard {
  private final EmailRules rules;

  /** Guards by these rules. */
  public AddressGuard(EmailRules rules) {
    this.rules = rules;
  }

  /** Decides whether a mail of this kind may go to the address among these attributes. */
  public Decision judge(
      MessageKind kind, @Nullable String triggerSource, @Nullable Map<String, String> attributes) {
    if (kind != MessageKind.UPDATE_USER_ATTRIBUTE) {
      return new Allowed();
    }
    return rules.judge(triggerSource, attributes == null ? null : attributes.get("email"));
  }

  /** Says for the log that an address was refused, and counts it. */
  public static Outcome outcome(Refused refused) {
    String code = refused.code().name();
    Outcome outcome =
        refused.code() == RefusalCode.INTERNAL
            ? Outcome.error("failed", code)
            : Outcome.of("refused").withCode(code);
    return outcome.countedAs("AddressChangesRefused");
  }
}

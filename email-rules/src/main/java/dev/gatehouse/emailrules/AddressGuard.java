package dev.gatehouse.emailrules;

import dev.gatehouse.emailrules.Decision.Allowed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of sign-up, applied to the address that a user changes to.
 *
 * <p>Cognito invokes no trigger before it accepts a changed address. The first function that sees
 * the address writes or sends the mail with its code, so that function must consult this guard.
 */
public final class AddressGuard {
  private static final String CHANGED_ATTRIBUTE = "_UpdateUserAttribute";

  private final EmailRules rules;

  /** Creates a guard that applies these rules. */
  public AddressGuard(EmailRules rules) {
    this.rules = rules;
  }

  /**
   * Decides whether a mail may go to the address among these attributes; sources other than a
   * changed attribute are always allowed.
   *
   * @param triggerSource Cognito's, for example {@code CustomMessage_UpdateUserAttribute}
   */
  public Decision judge(@Nullable String triggerSource, @Nullable Map<String, String> attributes) {
    if (triggerSource == null || !triggerSource.endsWith(CHANGED_ATTRIBUTE)) {
      return new Allowed();
    }
    return rules.judge(triggerSource, attributes == null ? null : attributes.get("email"));
  }
}

package dev.gatehouse.emailrules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of the rules that applies to a sign-up. */
enum RuleScope {
  /** No rule. */
  OFF,
  /** The rules on syntax and on reserved domains. */
  SYNTAX,
  /** All rules. */
  FULL;

  static RuleScope of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns the scope for a trigger source. All rules apply to an unknown source, so that a source
   * that AWS adds later does not bypass the lists.
   */
  static RuleScope of(
      @Nullable String triggerSource, RuleScope administrators, RuleScope external) {
    if ("PreSignUp_AdminCreateUser".equals(triggerSource)) {
      return administrators;
    }
    return isExternal(triggerSource) ? external : FULL;
  }

  static boolean isExternal(@Nullable String triggerSource) {
    return "PreSignUp_ExternalProvider".equals(triggerSource);
  }
}

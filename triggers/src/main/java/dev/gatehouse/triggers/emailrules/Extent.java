package dev.gatehouse.triggers.emailrules;

import org.jspecify.annotations.Nullable;

/** Says how many of the rules hold for whoever asks. */
enum Extent {
  /** None. */
  OFF,
  /** Those on how an address is written and on names that no mail reaches. */
  SYNTAX,
  /** All. */
  FULL;

  static Extent of(String word) {
    return switch (word) {
      case "off" -> OFF;
      case "syntax" -> SYNTAX;
      default -> FULL;
    };
  }

  /**
   * Chooses by why Cognito asks; any source that it may add gets every rule, since next year's
   * source is not to be next year's way round the lists.
   */
  static Extent of(@Nullable String triggerSource, Extent administrators, Extent external) {
    if ("PreSignUp_AdminCreateUser".equals(triggerSource)) {
      return administrators;
    }
    return isExternal(triggerSource) ? external : FULL;
  }

  static boolean isExternal(@Nullable String triggerSource) {
    return "PreSignUp_ExternalProvider".equals(triggerSource);
  }
}

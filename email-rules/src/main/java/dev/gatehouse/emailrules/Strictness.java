package dev.gatehouse.emailrules;

/** What a rule does with an address that breaks it. */
enum Strictness {
  /** None: the rule is not evaluated. */
  OFF,
  /** A report to the {@link RuleListener}. */
  LOG,
  /** A refusal. */
  REJECT;

  static Strictness of(String word) {
    return switch (word) {
      case "off", "false" -> OFF;
      case "log" -> LOG;
      default -> REJECT;
    };
  }
}

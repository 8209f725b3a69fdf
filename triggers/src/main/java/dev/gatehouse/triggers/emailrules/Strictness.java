package dev.gatehouse.triggers.emailrules;

/** Says what becomes of an address that a rule is against. */
enum Strictness {
  /** The rule is not asked. */
  OFF,
  /** It is counted and let in. */
  SHADOW,
  /** It is refused. */
  STRICT;

  static Strictness of(String word) {
    return switch (word) {
      case "off", "allow", "open" -> OFF;
      case "log" -> SHADOW;
      default -> STRICT;
    };
  }
}

package dev.gatehouse.triggers.emailrules;

/** Refuses what cannot be seen: control characters, white space, zero-width and filler letters. */
final class Hygiene {
  private Hygiene() {}

  static boolean isUnclean(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isUnseen(codePoint) || isIgnorable(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Unicode's default-ignorable code points that are letters or marks by category. */
  private static boolean isIgnorable(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || isWithin(codePoint, 0x17B4, 0x17B5)
        || isWithin(codePoint, 0x180B, 0x180F)
        || isWithin(codePoint, 0xFE00, 0xFE0F)
        || isWithin(codePoint, 0xE0100, 0xE01EF);
  }

  private static boolean isWithin(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}

package dev.gatehouse.emailrules.syntax;

/** Control characters, white space, zero-width characters and filler letters. */
final class InvisibleCharacters {
  private InvisibleCharacters() {}

  static boolean occurIn(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (hasInvisibleCategory(codePoint) || isIgnorable(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean hasInvisibleCategory(int codePoint) {
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

  /** Returns whether a code point is default-ignorable though its category is letter or mark. */
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

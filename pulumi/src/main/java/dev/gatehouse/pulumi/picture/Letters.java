package dev.gatehouse.pulumi.picture;

/** Estimates how wide a text is, without asking a font: the reader's is not known. */
final class Letters {
  private static final String NARROW = " .,:;'|!ijlftr()[]-/";
  private static final String WIDE = "mwMW@%";

  private Letters() {}

  /** Returns the width in pixels, rather too much than too little. */
  static int width(String text, int size) {
    double units = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      units +=
          NARROW.indexOf(letter) >= 0
              ? 0.42
              : WIDE.indexOf(letter) >= 0 ? 0.98 : Character.isUpperCase(letter) ? 0.76 : 0.66;
    }
    return (int) Math.ceil(units * size);
  }
}

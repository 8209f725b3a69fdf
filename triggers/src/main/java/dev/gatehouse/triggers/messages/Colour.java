package dev.gatehouse.triggers.messages;

/** Holds a colour, and knows how far it stands out from another, by WCAG 2. */
record Colour(int rgb) {
  /** What WCAG asks of text of the usual size. */
  private static final double LEGIBLE = 4.5;

  /** Reads six hexadecimal digits behind a number sign, the form that every mail program knows. */
  static Colour parse(String text) {
    if (!text.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException("not six hexadecimal digits behind a number sign");
    }
    return new Colour(Integer.parseInt(text.substring(1), 16));
  }

  boolean isLegibleOn(Colour background) {
    double one = luminance();
    double other = background.luminance();
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= LEGIBLE;
  }

  private double luminance() {
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear((rgb >> 8) & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** Returns the form that it was read in, in small letters. */
  String hex() {
    return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
  }
}

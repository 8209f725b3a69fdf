package dev.gatehouse.messages;

/** An sRGB color, with its contrast to other colors by WCAG 2. */
record Color(int rgb) {
  /** The contrast that WCAG 2 requires of text of normal size, level AA. */
  private static final double MIN_CONTRAST = 4.5;

  /**
   * Parses a number sign and six hexadecimal digits, the form that every mail client supports.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  static Color parse(String text) {
    if (!text.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException("must be a number sign and six hexadecimal digits");
    }
    return new Color(Integer.parseInt(text.substring(1), 16));
  }

  /** Returns whether text of this color is legible on the background. */
  boolean isLegibleOn(Color background) {
    double one = luminance();
    double other = background.luminance();
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= MIN_CONTRAST;
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

  /** Returns the form that {@link #parse} reads, in lower case. */
  String hex() {
    return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
  }
}

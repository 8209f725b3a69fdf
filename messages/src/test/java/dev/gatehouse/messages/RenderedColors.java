package dev.gatehouse.messages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colors of the CSS classes in an HTML body, in the light or in the dark color scheme. */
record RenderedColors(String html, boolean dark) {
  /** Returns the contrast of one class's text on another class's background, by WCAG 2. */
  double contrast(String text, String background) {
    double one = luminance(color(text, "color"));
    double other = luminance(color(background, "background-color"));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private int color(String cssClass, String property) {
    String rule =
        dark
            ? "\\." + cssClass + " \\{[^}]*?"
            : "class=\"(?:[a-z]+ )?" + cssClass + "(?: [a-z]+)?\"[^>]*style=\"[^\"]*?";
    Matcher found =
        Pattern.compile(rule + "(?<![-a-z])" + property + ": ?#([0-9a-f]{6})").matcher(html);
    if (!found.find()) {
      throw new AssertionError("no " + property + " of " + cssClass);
    }
    return Integer.parseInt(found.group(1), 16);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16)
        + 0.7152 * linear((color >> 8) & 0xff)
        + 0.0722 * linear(color & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

package dev.gatehouse.local.console;

import java.util.regex.Pattern;

/**
 * The HTML of a mail under a given color scheme. Browsers apply the reader's own scheme to a frame,
 * so the media queries are decided here.
 */
final class MailScheme {

  private static final Pattern QUERY =
      Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*(dark|light)\\s*\\)");

  private static final String ALWAYS = "(min-width: 0)";
  private static final String NEVER = "(max-width: 0)";

  private MailScheme() {}

  static String of(String html, boolean dark) {
    String scheme = dark ? "dark" : "light";
    return QUERY.matcher(html).replaceAll(query -> query.group(1).equals(scheme) ? ALWAYS : NEVER)
        + "<style>:root { color-scheme: only %s !important }</style>".formatted(scheme);
  }
}

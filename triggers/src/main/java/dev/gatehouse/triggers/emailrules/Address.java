package dev.gatehouse.triggers.emailrules;

import org.jspecify.annotations.Nullable;

/** Holds an address as it was typed in, which need not be one. */
record Address(String text) {
  static Address of(@Nullable String text) {
    return new Address(text == null ? "" : text);
  }

  /** Returns what stands before the last @ sign, or everything if there is none. */
  String local() {
    int at = text.lastIndexOf('@');
    return at < 0 ? text : text.substring(0, at);
  }

  /** Returns what stands after the last @ sign, or nothing if there is none. */
  String domain() {
    int at = text.lastIndexOf('@');
    return at < 0 ? "" : text.substring(at + 1);
  }
}

package dev.gatehouse.api;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Holds a well-formed BCP 47 language tag in its usual spelling. */
record LanguageTag(String value) {

  /** Refuses a tag that is not well-formed. */
  static LanguageTag of(String tag) {
    try {
      return new LanguageTag(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      throw Field.LOCALE.refused("is not a language tag");
    }
  }
}

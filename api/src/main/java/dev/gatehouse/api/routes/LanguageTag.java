package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.users.ProfileAttribute;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** A well-formed BCP 47 language tag in its canonical case. */
public record LanguageTag(String value) {

  /**
   * Returns a language tag.
   *
   * @throws RequestRefused if it is not well-formed
   */
  public static LanguageTag of(String tag) {
    try {
      return new LanguageTag(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      throw BodyField.of(ProfileAttribute.LOCALE).refused("is not a language tag");
    }
  }
}

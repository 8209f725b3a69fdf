package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyLoader;
import dev.gatehouse.messages.copy.CopyMistakes;
import dev.gatehouse.messages.copy.InvalidMailCopy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The available languages, looked up as RFC 4647 describes.
 *
 * <p>A requested tag is only compared with the tags of the languages. It becomes part of neither a
 * path nor a text.
 */
final class Languages {
  private static final String DEFAULT_LOCALE = "DEFAULT_LOCALE";

  /** The length that BCP 47 recommends to support; longer text is ignored. */
  private static final int MAX_TAG_LENGTH = 35;

  private final Map<String, Language> byTag = new LinkedHashMap<>();
  private final Language defaultLanguage;

  private Languages(Set<String> tags, CopyLoader loader, Brand brand, String defaultTag) {
    CopyMistakes mistakes = new CopyMistakes();
    for (String tag : tags) {
      byTag.put(normalize(tag), Language.read(tag, loader, brand, mistakes));
    }
    mistakes.refuse();
    @Nullable Language found = find(defaultTag);
    if (found == null) {
      throw new InvalidMessageSetting(DEFAULT_LOCALE, "must be one of " + String.join(", ", tags));
    }
    defaultLanguage = found;
  }

  /**
   * Reads the folders of all languages.
   *
   * @throws InvalidMessageSetting if {@code DEFAULT_LOCALE} is not an available language
   * @throws InvalidMailCopy if the copy of a language is incomplete or malformed
   */
  static Languages of(Map<String, String> settings, CopyLoader folders, Brand brand) {
    String defaultTag = settings.getOrDefault(DEFAULT_LOCALE, "en");
    return new Languages(folders.tags(), folders, brand, defaultTag);
  }

  /** Returns all languages. */
  Iterable<Language> all() {
    return byTag.values();
  }

  /** Returns the language of the first requested tag that is available, or the default language. */
  Language choose(@Nullable String... requestedTags) {
    for (@Nullable String requested : requestedTags) {
      @Nullable Language found = find(requested);
      if (found != null) {
        return found;
      }
    }
    return defaultLanguage;
  }

  /** Finds es-MX, then es, as in RFC 4647, section 3.4; accepts OpenID Connect's es_MX as well. */
  private @Nullable Language find(@Nullable String requested) {
    if (requested == null || requested.length() > MAX_TAG_LENGTH) {
      return null;
    }
    String tag = normalize(requested);
    while (!tag.isEmpty()) {
      @Nullable Language found = byTag.get(tag);
      if (found != null) {
        return found;
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return null;
  }

  private static String normalize(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.gatehouse.triggers.messages;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a language among those that there are.
 *
 * <p>What somebody asks for is compared with the names of the folders and used for nothing else: it
 * reaches neither a path nor a text.
 */
final class Languages {
  private static final String DEFAULT_LOCALE = "DEFAULT_LOCALE";

  /** Longer than any tag; a longer text is not looked at. */
  private static final int LONGEST_TAG = 35;

  private final Map<String, Language> byTag = new LinkedHashMap<>();
  private final Language usual;

  private Languages(Set<String> tags, Language.Shelf shelf, Settings settings) {
    for (String tag : tags) {
      byTag.put(fold(tag), Language.read(tag, shelf, settings.brand()));
    }
    @Nullable Language chosen = find(settings.locale());
    if (chosen == null) {
      throw new SettingInvalid(DEFAULT_LOCALE, "must be one of " + String.join(", ", tags));
    }
    usual = chosen;
  }

  private record Settings(Brand brand, String locale) {}

  /**
   * Reads the folders of all languages.
   *
   * @throws SettingInvalid if {@code DEFAULT_LOCALE} is none of them
   * @throws WordsInvalid if one of them is not complete
   */
  static Languages from(Map<String, String> environment, Brand brand) {
    LanguageFolders folders = new LanguageFolders();
    String locale = environment.getOrDefault(DEFAULT_LOCALE, "en");
    return new Languages(folders.tags(), folders, new Settings(brand, locale));
  }

  /** Returns the names of the folders. */
  Iterable<Language> all() {
    return byTag.values();
  }

  /** Returns the first of the wishes that there is a language for, or else the usual one. */
  Language choose(@Nullable String... wishes) {
    for (@Nullable String wish : wishes) {
      @Nullable Language found = find(wish);
      if (found != null) {
        return found;
      }
    }
    return usual;
  }

  /** Looks a tag up as RFC 4647 has it: es-MX, then es. OpenID's es_MX counts as well. */
  private @Nullable Language find(@Nullable String wish) {
    if (wish == null || wish.length() > LONGEST_TAG) {
      return null;
    }
    String tag = fold(wish);
    while (!tag.isEmpty()) {
      @Nullable Language found = byTag.get(tag);
      if (found != null) {
        return found;
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return null;
  }

  private static String fold(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.gatehouse.triggers.emailrules;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Tells labels that pass for another: of more than one script (Unicode's UTS 39, "highly
 * restrictive"), or of Cyrillic letters that all look Latin (as Chromium does).
 */
final class Scripts {
  /** What Japanese, Chinese and Korean are written with beside one another. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA),
          EnumSet.of(LATIN, HAN, BOPOMOFO),
          EnumSet.of(LATIN, HAN, HANGUL));

  private static final String LOOKS_LATIN = "аысԁеԍһіюкјӏорԗԛѕԝхуъьҽпгѵѡ";

  /** Where most names are Cyrillic, and nobody takes them for Latin. */
  private static final Set<String> CYRILLIC_TOPS =
      Set.of("bg", "by", "kz", "pyc", "ru", "su", "ua", "uz");

  private Scripts() {}

  /** Whether a label of a well-formed domain is not what it looks like. */
  static boolean deceive(String domain) {
    String[] labels = domain.split("\\.", -1);
    String top = Objects.requireNonNull(International.shown(labels[labels.length - 1]));
    boolean cyrillicTop = CYRILLIC_TOPS.contains(top) || of(top).contains(CYRILLIC);
    for (String label : labels) {
      if (label.startsWith(International.PREFIX)) {
        String shown = Objects.requireNonNull(International.shown(label));
        if (mixes(shown) || (!cyrillicTop && looksLatin(shown))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mixes(String label) {
    Set<UnicodeScript> scripts = of(label);
    if (scripts.size() <= 1) {
      return false;
    }
    boolean plainLatin =
        label
            .codePoints()
            .filter(c -> UnicodeScript.of(c) == LATIN)
            .allMatch(Letters::isAsciiLetter);
    return !plainLatin || TOGETHER.stream().noneMatch(allowed -> allowed.containsAll(scripts));
  }

  private static boolean looksLatin(String label) {
    return of(label).equals(EnumSet.of(CYRILLIC))
        && label
            .codePoints()
            .filter(c -> UnicodeScript.of(c) == CYRILLIC)
            .allMatch(c -> LOOKS_LATIN.indexOf(c) >= 0);
  }

  private static Set<UnicodeScript> of(String label) {
    EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    label.codePoints().forEach(c -> scripts.add(UnicodeScript.of(c)));
    scripts.remove(COMMON);
    scripts.remove(INHERITED);
    return scripts;
  }
}

package dev.gatehouse.emailrules.syntax;

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
 * Detection of labels that look like another one: labels of more than one script (UTS 39, "highly
 * restrictive") and labels of Cyrillic letters that all look Latin (as in Chromium).
 */
final class Scripts {
  /** The scripts that Japanese, Chinese and Korean combine. */
  private static final List<Set<UnicodeScript>> COMBINED =
      List.of(
          EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA),
          EnumSet.of(LATIN, HAN, BOPOMOFO),
          EnumSet.of(LATIN, HAN, HANGUL));

  private static final String LOOKS_LATIN = "аысԁеԍһіюкјӏорԗԛѕԝхуъьҽпгѵѡ";

  /** Top-level domains in which Cyrillic names are common and are not mistaken for Latin. */
  private static final Set<String> CYRILLIC_TOP_LEVEL_DOMAINS =
      Set.of("bg", "by", "kz", "pyc", "ru", "su", "ua", "uz");

  private Scripts() {}

  /** Returns whether a label of a well-formed domain looks like another one. */
  static boolean areDeceptiveIn(String domain) {
    String[] labels = domain.split("\\.", -1);
    String top = Objects.requireNonNull(Idn.toUnicode(labels[labels.length - 1]));
    boolean cyrillicDomain = CYRILLIC_TOP_LEVEL_DOMAINS.contains(top) || of(top).contains(CYRILLIC);
    for (String label : labels) {
      if (label.startsWith(Idn.A_LABEL_PREFIX)) {
        String unicode = Objects.requireNonNull(Idn.toUnicode(label));
        if (isMixed(unicode) || (!cyrillicDomain && looksLatin(unicode))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMixed(String label) {
    Set<UnicodeScript> scripts = of(label);
    if (scripts.size() <= 1) {
      return false;
    }
    boolean plainLatin =
        label.codePoints().filter(c -> UnicodeScript.of(c) == LATIN).allMatch(Ascii::isLetter);
    return !plainLatin || COMBINED.stream().noneMatch(allowed -> allowed.containsAll(scripts));
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

package dev.gatehouse.pulumi.settings;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values of settings that functions read, half of them malformed, the same in every run. */
final class GeneratedValues {
  private static final List<String> LABELS =
      List.of(
          "example", "mail", "a", "xn--bcher-kva", "bücher", "ex_ample", "-a", "b-", "", "EXAMPLE");
  private static final List<String> TOP_LEVELS =
      List.of("com", "org", "xn--p1ai", "c0m", "", "ru.");
  private static final List<String> LOCAL_PARTS =
      List.of("jane", "jane.doe", "jane+x", "", ".jane", "ja ne", "jäne", "jane..doe", "a@b", "J");
  private static final List<String> NAMES =
      List.of(
          "Example",
          "A & B",
          "Doe, Jane",
          "\"Doe, Jane\"",
          "Jäne",
          "A: B",
          "<A>",
          "Dr. A",
          "A (B)");
  private static final List<String> CHARACTERS =
      List.of(
          "a", "B", " ", "7", "ü", "漢", "😀", "{", "}", "\t", "\u200b", "\u00a0", "&", "'", "-");

  private final Random random = new Random(14);

  /** Returns values by key, without namespace. */
  Map<String, List<String>> byKey(int each) {
    Map<String, Supplier<String>> generators = new TreeMap<>();
    for (String list :
        List.of("emailAllow", "emailDeny", "emailDisposableExtra", "emailDisposableExcept")) {
      generators.put(list, this::list);
    }
    for (String word : List.of("emailMx", "emailAdmin", "emailRequireExternal", "emailIdn")) {
      generators.put(word, () -> one("off", "log", "reject", "syntax", "full", "true", "no"));
    }
    generators.put(
        "emailAllowFile", () -> one("lists/allow.txt", "lists", "a b", "/x", "none.txt"));
    generators.put("productName", this::productName);
    generators.put("brandColor", this::color);
    generators.put("defaultLocale", () -> one("en", "es", "ES-mx", "es_MX", "qaa", "english", "e"));
    generators.put("supportAddress", this::address);
    for (String url : List.of("productUrl", "logoUrl")) {
      generators.put(
          url,
          () ->
              "%s%s%s"
                  .formatted(
                      mostly("https://", List.of("http://", "", "https:", "ftp://")),
                      domain(),
                      one("", "/", "/a/b.png", "/?a=b", "/#c", "/ü", "/{x}")));
    }
    generators.put("replyTo", this::address);
    generators.put("from", this::sender);
    Map<String, List<String>> values = new TreeMap<>();
    generators.forEach((key, generator) -> values.put(key, distinct(generator, each)));
    return values;
  }

  private static List<String> distinct(Supplier<String> generator, int count) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count * 2 && values.size() < count; i++) {
      String value = generator.get().strip();
      if (!value.isEmpty() && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  private String list() {
    List<String> entries = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      entries.add(one(domain(), domain(), "*." + domain(), "@" + domain(), address()));
    }
    return new Gson().toJson(entries);
  }

  private String domain() {
    return "%s.%s".formatted(mostly("example", LABELS), mostly("com", TOP_LEVELS));
  }

  private String address() {
    return "%s@%s".formatted(mostly("jane", LOCAL_PARTS), domain());
  }

  private String sender() {
    String address = mostly("no-reply", LOCAL_PARTS) + "@gatehouse.test";
    return random.nextInt(4) == 0
        ? address
        : "%s <%s>".formatted(mostly("Example", NAMES), address);
  }

  private String productName() {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(45); i >= 0; i--) {
      name.append(random.nextInt(12) == 0 ? one(CHARACTERS) : one("a", "b", "c", "ü"));
    }
    return name.toString();
  }

  private String color() {
    String color = String.format(Locale.ROOT, "#%06x", random.nextInt(0x1000000));
    return mostly(
        color, List.of(color.substring(1), color + "0", "blue", color.toUpperCase(Locale.ROOT)));
  }

  private String mostly(String valid, List<String> others) {
    return random.nextInt(10) < 7 ? valid : one(others);
  }

  private String one(String... values) {
    return one(List.of(values));
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}

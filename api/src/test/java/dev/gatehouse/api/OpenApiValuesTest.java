package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.routes.LanguageTag;
import dev.gatehouse.api.testing.OpenApiDocument;
import dev.gatehouse.users.ProfileAttribute;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random values of profile fields: docs/openapi.yaml allows what the API accepts. */
class OpenApiValuesTest {
  private static final int VALUES = 20_000;
  private static final String NAME_CHARACTERS =
      "ab 1'\u00e9\u0130\u4e2d\ud83d\ude00\u0000\t\n\u007f\u0085\u00a0\u1680\u2007\u2008\u200a\u200b"
          + "\u2028\u2029\u202a\u202e\u202f\u205f\u2066\u2069\u3000\ufeff\ufffd";

  private static final Pattern EXTENSION = Pattern.compile("(^|-)[A-Za-z0-9](-|$)");

  private final Random random = new Random(78);
  private int accepted;

  @Test
  void documentAllowsTheLanguageTagsThatTheApiAccepts() {
    List<String> parts =
        List.of("a", "en", "deu", "Latn", "x", "X", "u", "1", "12", "419", "1996", "variant", "-");
    BodyField field = BodyField.of(ProfileAttribute.LOCALE);
    for (int i = 0; i < VALUES; i++) {
      StringBuilder tag = new StringBuilder();
      for (int length = 1 + random.nextInt(6); length > 0; length--) {
        tag.append(tag.isEmpty() || random.nextInt(9) == 0 ? "" : "-");
        tag.append(parts.get(random.nextInt(parts.size())));
      }
      if (EXTENSION.matcher(tag).find()) {
        // Accepted in part, and not described: what an extension may have depends on its letter.
        assertThat(OpenApiDocument.DOCUMENT.allows("ProfileChange", "locale", tag.toString()))
            .as(tag.toString())
            .isFalse();
        continue;
      }
      check("locale", tag.toString(), value -> LanguageTag.of(field.checked(value)));
    }
    assertThat(accepted).isBetween(VALUES / 100, VALUES * 9 / 10);
  }

  @Test
  void documentAllowsTheNamesThatTheApiAccepts() {
    int[] characters = NAME_CHARACTERS.codePoints().toArray();
    BodyField field = BodyField.of(ProfileAttribute.GIVEN_NAME);
    for (int i = 0; i < VALUES; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(4); length > 0; length--) {
        name.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      check("givenName", name.toString(), field::checked);
    }
    check("givenName", "\ud83d\ude00".repeat(256), field::checked);
    check("givenName", "a".repeat(257), field::checked);
    assertThat(accepted).isBetween(VALUES / 100, VALUES * 9 / 10);
  }

  private void check(String field, String value, Consumer<String> api) {
    boolean takes = accepts(value, api);
    accepted += takes ? 1 : 0;
    assertThat(OpenApiDocument.DOCUMENT.allows("ProfileChange", field, value))
        .as("%s %s", field, value.codePoints().mapToObj(Integer::toHexString).toList())
        .isEqualTo(takes);
  }

  private static boolean accepts(String value, Consumer<String> api) {
    try {
      api.accept(value);
      return true;
    } catch (RequestRefused refused) {
      return false;
    }
  }
}

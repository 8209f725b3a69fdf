package dev.gatehouse.api;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Says what each field of a body must look like; lengths and characters are Cognito's own. */
enum Field {
  USERNAME(
      "username",
      "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}",
      "an email address of at most 128 characters without white space"),
  PASSWORD("password", "\\S{1,256}", "1 to 256 characters without white space"),
  CODE("code", "\\S{1,2048}", "the code from the email, without white space"),
  ACCESS_TOKEN("access_token", "\\S+", "the access token of a sign-in, without white space"),
  LOCALE("locale", ".{1,35}", "a BCP 47 language tag such as de or pt-BR"),
  GIVEN_NAME("givenName", Field.NAME, Field.NAME_EXPECTED),
  FAMILY_NAME("familyName", Field.NAME, Field.NAME_EXPECTED);

  /** Neither lines nor marks that turn the direction of what follows: names stand in sentences. */
  private static final String NAME =
      "[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]{1,256}";

  private static final String NAME_EXPECTED =
      "1 to 256 characters without control characters, or null to remove the name";

  private static final char UNREADABLE = '\ufffd';

  private final String key;
  private final Pattern form;
  private final String expected;

  Field(String key, String form, String expected) {
    this.key = key;
    this.form = Pattern.compile(form);
    this.expected = expected;
  }

  /** Returns the name of the field in the body. */
  String key() {
    return key;
  }

  /** Returns the value if it has the form, and refuses the request if not. */
  String checked(String value) {
    if (value.isBlank()) {
      throw refused("is blank");
    }
    // Half of a surrogate pair would reach Cognito as a question mark, in a password unseen; and
    // what was not UTF-8 has become U+FFFD before it came here.
    if (!form.matcher(value).matches()
        || value.indexOf(UNREADABLE) >= 0
        || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw refused("does not have the expected form");
    }
    return value;
  }

  /** Returns a refusal that names the field, what is wrong and what is expected. */
  RequestRefused refused(String whatIsWrong) {
    return RequestRefused.because(
        Problem.INVALID_FIELD, key + " " + whatIsWrong + "; expected: " + expected);
  }
}

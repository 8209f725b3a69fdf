package dev.gatehouse.api.http;

import dev.gatehouse.users.ProfileAttribute;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A member of a request body: its name and the values that it accepts, which are Cognito's own. */
public final class BodyField {
  /** The address of a user. */
  public static final BodyField USERNAME =
      new BodyField(
          "username",
          "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}",
          "an email address of at most 128 characters without white space");

  /** The password of a user. */
  public static final BodyField PASSWORD =
      new BodyField("password", "\\S{1,256}", "1 to 256 characters without white space");

  /** The code of a confirmation. */
  public static final BodyField CODE =
      new BodyField("code", "\\S{1,2048}", "the code from the email, without white space");

  /** An access token. */
  public static final BodyField ACCESS_TOKEN =
      new BodyField("access_token", "\\S+", "the access token of a sign-in, without white space");

  /** The media type of a picture. */
  public static final BodyField PICTURE_CONTENT_TYPE =
      new BodyField(
          "contentType",
          "image/(jpeg|png|webp)",
          "image/jpeg, image/png or image/webp, the type of the picture");

  /** The length of a picture. */
  public static final BodyField PICTURE_CONTENT_LENGTH =
      new BodyField(
          "contentLength", "[1-9]\\d{0,8}", "the picture's number of bytes, 1 to 2097152");

  /** Text without line breaks and bidirectional controls: names are put into sentences. */
  private static final String TEXT =
      "[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]{1,256}";

  private static final Map<ProfileAttribute, BodyField> PROFILE = ofEveryAttribute();

  private static final char REPLACEMENT_CHARACTER = '\ufffd';

  private final String name;
  private final Pattern pattern;
  private final String expected;

  private BodyField(String name, String pattern, String expected) {
    this.name = name;
    this.pattern = Pattern.compile(pattern);
    this.expected = expected;
  }

  /** Returns the field of a profile attribute. */
  public static BodyField of(ProfileAttribute attribute) {
    return Objects.requireNonNull(PROFILE.get(attribute));
  }

  /** Returns the fields of all profile attributes. */
  public static List<BodyField> profile() {
    return List.copyOf(PROFILE.values());
  }

  private static Map<ProfileAttribute, BodyField> ofEveryAttribute() {
    Map<ProfileAttribute, BodyField> fields = new EnumMap<>(ProfileAttribute.class);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      fields.put(attribute, ofProfile(attribute));
    }
    return Collections.unmodifiableMap(fields);
  }

  private static BodyField ofProfile(ProfileAttribute attribute) {
    String name = attribute.attributeName();
    return switch (attribute.syntax()) {
      case LANGUAGE_TAG ->
          new BodyField(name, ".{1,35}", "a BCP 47 language tag such as de or pt-BR");
      case TEXT ->
          new BodyField(
              name, TEXT, "1 to 256 characters without control characters, or null to remove it");
    };
  }

  /** Returns the name of the member. */
  public String name() {
    return name;
  }

  /**
   * Returns a value if this field accepts it.
   *
   * @throws RequestRefused if it does not
   */
  public String checked(String value) {
    if (value.isBlank()) {
      throw refused("is blank");
    }
    // A lone surrogate would reach Cognito as a question mark, unnoticed in a password. U+FFFD
    // replaces what was not UTF-8.
    if (!pattern.matcher(value).matches()
        || value.indexOf(REPLACEMENT_CHARACTER) >= 0
        || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw refused("does not have the expected form");
    }
    return value;
  }

  /** Returns a refusal that names the field, the error and the expected value. */
  public RequestRefused refused(String error) {
    return RequestRefused.because(
        Problem.INVALID_FIELD, name + " " + error + "; expected: " + expected);
  }
}

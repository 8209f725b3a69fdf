package dev.gatehouse.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code PATCH /user/profile}: changes language and names, and nothing else. */
final class ChangeProfile implements Route {
  /** An address would have to be proved first, and who may have which is for PreSignUp to say. */
  private static final String ALLOWED = "Only locale, givenName and familyName can be changed";

  private final Profiles profiles;

  ChangeProfile(Profiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "/user/profile";
  }

  @Override
  public Response answer(Request request) {
    Caller caller = Caller.of(request);
    return profiles.change(caller, attributes(JsonBody.of(request)));
  }

  /** Returns what Cognito calls the fields that were sent; an empty value removes one there. */
  private static Map<String, String> attributes(JsonBody body) {
    if (!body.hasOnly(Field.LOCALE, Field.GIVEN_NAME, Field.FAMILY_NAME)) {
      throw RequestRefused.because(Problem.INVALID_FIELD, ALLOWED);
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    if (body.has(Field.LOCALE)) {
      @Nullable String tag = body.optionalText(Field.LOCALE);
      attributes.put("locale", tag == null ? "" : LanguageTag.of(tag).value());
    }
    put(attributes, "given_name", body, Field.GIVEN_NAME);
    put(attributes, "family_name", body, Field.FAMILY_NAME);
    if (attributes.isEmpty()) {
      throw RequestRefused.because(Problem.INVALID_FIELD, "There is nothing to change. " + ALLOWED);
    }
    return attributes;
  }

  private static void put(
      Map<String, String> attributes, String attribute, JsonBody body, Field field) {
    if (body.has(field)) {
      @Nullable String name = body.optionalText(field);
      attributes.put(attribute, name == null ? "" : name);
    }
  }
}

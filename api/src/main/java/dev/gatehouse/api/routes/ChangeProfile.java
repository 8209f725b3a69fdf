package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.users.ProfileAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The route {@code PATCH /user/profile}: changes profile attributes; other fields are refused. */
public final class ChangeProfile implements Route {
  private final UserProfiles profiles;

  /** Creates the route. */
  public ChangeProfile(UserProfiles profiles) {
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
  public List<BodyField> bodyFields() {
    return BodyField.profile();
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization", "Content-Type", "If-Match");
  }

  @Override
  public Response handle(Request request) {
    TokenClaims claims = TokenClaims.of(request);
    Map<String, String> attributes = attributes(JsonBody.of(request, bodyFields()));
    return profiles.change(claims, request.header("if-match"), attributes);
  }

  /** Returns the sent values by Cognito's names; an empty value removes an attribute there. */
  private static Map<String, String> attributes(JsonBody body) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      BodyField field = BodyField.of(attribute);
      if (body.has(field)) {
        @Nullable String value = body.optionalText(field);
        attributes.put(attribute.cognitoName(), value == null ? "" : normalized(attribute, value));
      }
    }
    if (attributes.isEmpty()) {
      throw RequestRefused.because(
          Problem.INVALID_FIELD,
          "There is nothing to change. " + JsonBody.accepted(BodyField.profile()));
    }
    return attributes;
  }

  private static String normalized(ProfileAttribute attribute, String value) {
    return switch (attribute.syntax()) {
      case LANGUAGE_TAG -> LanguageTag.of(value).value();
      case TEXT -> value;
    };
  }
}

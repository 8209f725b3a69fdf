package dev.gatehouse.local.apigateway.authorizer;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The claims of a token in the form of a proxy event, where every value is a string. */
public final class AuthorizerClaims {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private AuthorizerClaims() {}

  /** Returns the claims as JSON. */
  public static JsonObject json(JWTClaimsSet claims) {
    JsonObject json = new JsonObject();
    claims.getClaims().forEach((name, value) -> json.addProperty(name, text(value)));
    return json;
  }

  private static String text(Object value) {
    return switch (value) {
      case Date date -> DATE.format(date.toInstant());
      case Collection<?> several ->
          several.stream().map(String::valueOf).collect(Collectors.joining(","));
      case Map<?, ?> nested -> new Gson().toJson(nested);
      default -> value.toString();
    };
  }
}

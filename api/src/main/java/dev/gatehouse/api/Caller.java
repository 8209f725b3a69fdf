package dev.gatehouse.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Is who the authorizer verified; the token itself is looked for only when it is needed. */
record Caller(String sub, @Nullable String authorization) {
  /** API Gateway's authorizer takes the token with and without the scheme. */
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer +)?(\\S+)");

  /** Returns the caller, or refuses a request that no access token was verified for. */
  static Caller of(Request request) {
    String sub = request.claim("sub");
    if (sub == null) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    if (!"access".equals(request.claim("token_use"))) {
      throw RequestRefused.because(Problem.ACCESS_TOKEN_REQUIRED);
    }
    return new Caller(sub, request.header("authorization"));
  }

  /** Returns the token in the header, or refuses the request. */
  String accessToken() {
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    if (!bearer.matches()) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    return bearer.group(1);
  }

  /** Keeps the token out of every text made of this. */
  @Override
  public String toString() {
    return "Caller[sub=" + sub + "]";
  }
}

package dev.gatehouse.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code GET /user/profile} for the caller whom the authorizer verified. */
final class ReadProfile implements Route {
  /** API Gateway's authorizer takes the token with and without the scheme. */
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer +)?(\\S+)");

  private final Profiles profiles;

  ReadProfile(Profiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/user/profile";
  }

  @Override
  public Response answer(Request request) {
    String sub = request.claim("sub");
    if (sub == null) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    if (!"access".equals(request.claim("token_use"))) {
      throw RequestRefused.because(Problem.ACCESS_TOKEN_REQUIRED);
    }
    return profiles.of(sub, () -> token(request));
  }

  private static String token(Request request) {
    String authorization = request.header("authorization");
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    if (!bearer.matches()) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    return bearer.group(1);
  }
}

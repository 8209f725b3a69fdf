package dev.gatehouse.api;

/** Answers {@code GET /user/profile} for the caller whom the authorizer verified. */
final class ReadProfile implements Route {
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
    return profiles.of(Caller.of(request));
  }
}

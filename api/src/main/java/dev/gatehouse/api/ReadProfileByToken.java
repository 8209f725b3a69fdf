package dev.gatehouse.api;

/** Answers {@code POST /user/profile} for the holder of the access token in the body. */
final class ReadProfileByToken implements Route {
  private final Profiles profiles;

  ReadProfileByToken(Profiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/user/profile";
  }

  @Override
  public Response answer(Request request) {
    return profiles.ofHolder(JsonBody.of(request).text(Field.ACCESS_TOKEN));
  }
}

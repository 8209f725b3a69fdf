package dev.gatehouse.triggers.canary;

/** The API, as the canary uses it. */
public interface ProfileApi {
  /**
   * Reads the profile of the user of a token.
   *
   * @throws CanaryFailed if the API does not return it
   */
  void read(String accessToken);

  /**
   * Erases the user of a token.
   *
   * @throws CanaryFailed if the API does not
   */
  void erase(String accessToken);
}

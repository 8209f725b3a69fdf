package dev.gatehouse.triggers.canary.http;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.canary.CanaryFailed;
import dev.gatehouse.triggers.canary.CanaryFailed.Step;
import dev.gatehouse.triggers.canary.ProfileApi;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The API over HTTP, at the address that clients use. */
public final class HttpProfileApi implements ProfileApi {
  private static final String API_URL = "API_URL";
  private static final int CONNECT_MS = 3000;
  private static final int READ_MS = 15_000;

  private final String url;

  private HttpProfileApi(String url) {
    this.url = url;
  }

  /**
   * Returns the API at {@code API_URL}.
   *
   * @throws InvalidSetting if the setting is missing or no address
   */
  public static HttpProfileApi from(FunctionSettings settings) {
    String url = settings.required(API_URL, "the address of the API");
    if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
      throw new InvalidSetting(API_URL, "must be an address such as https://api.example.com");
    }
    return new HttpProfileApi(url.replaceAll("/+$", ""));
  }

  @Override
  public void read(String accessToken) {
    request("GET", "/user/profile", accessToken, 200, Step.PROFILE_NOT_READ);
  }

  @Override
  public void erase(String accessToken) {
    request("DELETE", "/user", accessToken, 204, Step.NOT_ERASED);
  }

  private void request(String method, String path, String token, int expected, Step step) {
    int status;
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + path).toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MS);
      connection.setReadTimeout(READ_MS);
      connection.setRequestMethod(method);
      connection.setRequestProperty("Authorization", "Bearer " + token);
      status = connection.getResponseCode();
      connection.disconnect();
    } catch (IOException failure) {
      throw new CanaryFailed(step, failure);
    }
    if (status != expected) {
      throw new CanaryFailed(step, new UnexpectedStatus(status));
    }
  }

  /** A response with another status than the expected one. */
  private static final class UnexpectedStatus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedStatus(int status) {
      super("status " + status);
    }
  }
}

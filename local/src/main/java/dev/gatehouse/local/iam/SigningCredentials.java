package dev.gatehouse.local.iam;

import java.util.Map;

/**
 * Temporary credentials of a role's session.
 *
 * @param accessKeyId the part that requests show
 */
public record SigningCredentials(String accessKeyId, String secretAccessKey, String sessionToken) {

  /** Returns the variables that SDKs read. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", accessKeyId,
        "AWS_SECRET_ACCESS_KEY", secretAccessKey,
        "AWS_SESSION_TOKEN", sessionToken);
  }

  @Override
  public String toString() {
    return "SigningCredentials[" + accessKeyId + "]";
  }
}

package dev.gatehouse.local.cognito.triggers;

import java.util.Map;

/** Is on whose call a trigger runs: the client, and what it said for the trigger alone. */
public record Caller(String clientId, Map<String, String> clientMetadata) {

  /** Returns an administrator, who comes through no client. */
  public static Caller admin(Map<String, String> clientMetadata) {
    return new Caller("CLIENT_ID_NOT_APPLICABLE", clientMetadata);
  }
}

package dev.gatehouse.local.cognito.triggers;

import java.util.Map;

/** The caller of an operation, as trigger events contain it. */
public record CallerContext(String clientId, Map<String, String> clientMetadata) {

  /** Returns the context without ClientMetadata, for triggers that get them under another name. */
  CallerContext withoutMetadata() {
    return new CallerContext(clientId, Map.of());
  }

  /** Returns the context of an administrator's call, which has no app client. */
  public static CallerContext admin(Map<String, String> clientMetadata) {
    return new CallerContext("CLIENT_ID_NOT_APPLICABLE", clientMetadata);
  }
}

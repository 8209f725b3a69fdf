package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The AuthParameters of a flow, or the ChallengeResponses to a challenge. */
public record AuthParameters(Map<String, String> values) {

  /** Returns a parameter; throws InvalidParameterException if it is missing. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> CognitoErrors.invalidParameter("Missing required parameter " + name));
  }

  /** Returns a parameter, or an empty Optional if it is missing or empty. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns SECRET_HASH, or an empty Optional if it is missing. */
  public Optional<String> secretHash() {
    return optional("SECRET_HASH");
  }

  /** Returns the parameters whose names have this prefix, without it. */
  Map<String, String> withPrefix(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}

package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.wire.CognitoError;
import java.util.Map;
import java.util.Optional;

/** Is what a client sent along with a flow or a challenge. */
public record Parameters(Map<String, String> values) {

  /** Returns the parameter of this name, or throws InvalidParameterException. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> CognitoError.invalidParameter("Missing required parameter " + name));
  }

  /** Returns SECRET_HASH, or nothing. */
  public Optional<String> secretHash() {
    return optional("SECRET_HASH");
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }
}

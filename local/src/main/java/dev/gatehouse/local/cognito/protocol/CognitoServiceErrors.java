package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.ServiceErrors;
import java.util.Optional;
import java.util.SortedSet;

/** Cognito's errors for requests that are not in the form of an operation. */
public final class CognitoServiceErrors implements ServiceErrors {

  @Override
  public AwsException validation(String message) {
    return CognitoErrors.invalidParameter(message);
  }

  @Override
  public AwsException unknownOperation(String target, SortedSet<String> operations) {
    String name = target.matches("[\\w.]{1,100}") ? target : "This operation";
    return new AwsException(
        "UnknownOperationException",
        name
            + " is not supported by the local emulator; supported are "
            + String.join(", ", operations)
            + ".");
  }

  /** Returns an empty Optional: Cognito ignores unknown members. */
  @Override
  public Optional<AwsException> unknownMember(String operation, String member) {
    return Optional.empty();
  }
}

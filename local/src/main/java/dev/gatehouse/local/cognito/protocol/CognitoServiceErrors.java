package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsjson.ServiceErrors;
import java.util.Optional;

/** Cognito's errors for requests that are not in the form of an operation. */
public final class CognitoServiceErrors implements ServiceErrors {

  @Override
  public AwsException validation(String message) {
    return CognitoErrors.invalidParameter(message);
  }

  @Override
  public AwsException unknownOperation(String target) {
    return new AwsException(
        "UnknownOperationException", OperationsTable.unknownOperation(target, "cognito"));
  }

  /** Returns an empty Optional: Cognito ignores unknown members. */
  @Override
  public Optional<AwsException> unknownMember(String operation, String member) {
    return Optional.empty();
  }
}

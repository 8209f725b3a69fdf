package dev.gatehouse.local.awsjson;

import java.util.Optional;

/** The errors that differ between AWS services. */
public interface ServiceErrors {

  /** Returns the error for members that break a constraint. */
  AwsException validation(String message);

  /**
   * Returns the error for an operation that the service does not have.
   *
   * @param target the value of X-Amz-Target
   */
  AwsException unknownOperation(String target);

  /** Returns the error for a member that the operation does not have; empty to ignore it. */
  Optional<AwsException> unknownMember(String operation, String member);
}

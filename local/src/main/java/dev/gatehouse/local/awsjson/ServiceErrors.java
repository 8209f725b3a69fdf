package dev.gatehouse.local.awsjson;

import java.util.Optional;
import java.util.SortedSet;

/** The errors that differ between AWS services. */
public interface ServiceErrors {

  /** Returns the error for members that break a constraint. */
  AwsException validation(String message);

  /**
   * Returns the error for an operation that the service does not have.
   *
   * @param target the value of X-Amz-Target
   * @param operations the operations that the service has
   */
  AwsException unknownOperation(String target, SortedSet<String> operations);

  /** Returns the error for a member that the operation does not have; empty to ignore it. */
  Optional<AwsException> unknownMember(String operation, String member);
}

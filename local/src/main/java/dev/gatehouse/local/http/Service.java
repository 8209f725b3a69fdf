package dev.gatehouse.local.http;

/** Answers requests; one for each AWS service and one for each port. */
@FunctionalInterface
public interface Service {

  /**
   * Returns the answer to this request; what it cannot answer is an answer too, never an exception.
   */
  Response answer(Request request);
}

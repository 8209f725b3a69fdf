package dev.gatehouse.benchmarks.load;

import java.io.IOException;

/** What a client does for one user. */
interface Journey {

  /** The password of every user. */
  String PASSWORD = "Correct-horse-9";

  /** Runs all steps for a new user; throws if a step fails. */
  void run(String email, StepTimes times) throws IOException;

  /** Returns the number of users that are stored where the journey puts them, -1 if unknown. */
  long rows() throws IOException;
}

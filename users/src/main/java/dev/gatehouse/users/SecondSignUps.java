package dev.gatehouse.users;

import java.time.Instant;

/** The users whose address was signed up for once more before they confirmed it. */
public interface SecondSignUps {

  /** Notes it of a user; may be repeated. */
  void note(String sub, Instant now);

  /** Returns whether it was noted of a user. */
  boolean isNoted(String sub);

  /** Removes the note of a user. */
  void remove(String sub);
}

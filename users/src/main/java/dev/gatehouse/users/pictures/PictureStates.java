package dev.gatehouse.users.pictures;

import java.time.Instant;

/** What the rows of users say about their profile pictures; a user without a row has no state. */
public interface PictureStates {

  /** Returns the state of a user. */
  PictureState read(String sub);

  /**
   * Notes that there is a new picture.
   *
   * @return false if the user has no row: not yet, or erased
   */
  boolean accepted(String sub, Instant now);

  /** Notes why an upload did not become the picture, if the user has a row. */
  void refused(String sub, String code, Instant now);

  /** Notes that there is no picture, if the user has a row. */
  void removed(String sub);
}

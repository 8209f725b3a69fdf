package dev.gatehouse.users;

/** The result of writing a row unless there is one. */
public enum PutResult {
  /** The row was written. */
  WRITTEN,

  /** There was a row with this {@code sub}, and it stays. */
  EXISTS,

  /** The user was erased: nothing was written, whether or not there was a row. */
  ERASED
}

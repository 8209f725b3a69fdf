package dev.gatehouse.triggers.reconcile;

/** The pool, as far as users who have not confirmed are removed from it. */
public interface UnconfirmedPool {
  /** Returns whether the pool has the user now, and has not confirmed them. */
  boolean isUnconfirmed(String userName);

  /**
   * Deletes a user.
   *
   * @return true if there was one with this name
   */
  boolean delete(String userName);
}

package dev.gatehouse.triggers.erase;

import dev.gatehouse.triggers.reconcile.PoolUser;
import java.util.Optional;

/** The user pool, from which users are deleted. */
public interface ErasablePool {
  /** Returns the user with a {@code sub}, or an empty Optional if the pool lists none. */
  Optional<PoolUser> findBySub(String sub);

  /**
   * Deletes a user.
   *
   * @return true if there was one with this name
   */
  boolean delete(String userName);
}

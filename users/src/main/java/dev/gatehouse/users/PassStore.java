package dev.gatehouse.users;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a pass over all users, which many runs of a function complete. Of the runs that have
 * it at a time, one has the lease.
 */
public interface PassStore {

  /** Returns the stored state, empty at first, whoever has the lease. */
  Map<String, String> state();

  /**
   * Acquires the lease, unless another run has one that has not expired.
   *
   * @param owner the run
   * @return the stored state, empty at first; an empty Optional if another run has the lease
   */
  Optional<Map<String, String>> acquire(String owner, Instant now, Instant until);

  /**
   * Stores the state and extends the lease; a lease that ends now is released.
   *
   * @return false if another run has taken the lease since
   */
  boolean save(String owner, Map<String, String> state, Instant until);

  /** Returns the filter that was stored for a pass, or an empty Optional. */
  Optional<byte[]> filter(String pass);

  /** Stores the filter of a pass, in place of another pass's. */
  void saveFilter(String pass, byte[] filter);
}

package dev.gatehouse.users;

import java.util.Collection;
import java.util.Map;

/**
 * The ids by which users stay the same when their pool is built anew: the pool gives another {@code
 * sub}, the row keeps its id.
 */
public interface UserIds {

  /**
   * Returns the ids in the rows of these users, by {@code sub}. A user without a row, or with a row
   * from before rows had ids, is not in it: their id is the {@code sub}.
   */
  Map<String, String> idsOf(Collection<String> subs);
}

package dev.gatehouse.users;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of what the tables hold of a user. It may be repeated: a retry completes one that
 * failed halfway.
 */
public record UserErasure(Users users, MailboxClaims claims) {

  /**
   * Writes a tombstone, then deletes the mailbox claims, then the row. The row goes last, since it
   * has an address to find a claim by.
   *
   * @param email the user's address in the pool, or null if it is not known
   */
  public ErasedRecords erase(String sub, @Nullable String email, Instant now) {
    users.markErased(sub, now);
    Set<String> addresses = new LinkedHashSet<>();
    if (email != null) {
      addresses.add(email);
    }
    users.read(sub).map(StoredUser::email).ifPresent(addresses::add);
    int released = 0;
    for (String address : addresses) {
      released += claims.release(address, sub) ? 1 : 0;
    }
    return new ErasedRecords(users.delete(sub), released);
  }

  /**
   * The records that an erasure deleted.
   *
   * @param row whether there was a row
   * @param claims the number of mailbox claims
   */
  public record ErasedRecords(boolean row, int claims) {}
}

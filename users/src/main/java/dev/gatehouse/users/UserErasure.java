package dev.gatehouse.users;

import dev.gatehouse.users.pictures.UserPictures;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of what the tables hold of a user. It may be repeated: a retry completes one that
 * failed halfway.
 */
public record UserErasure(Users users, MailboxClaims claims, UserPictures pictures) {

  /** Creates an erasure in a stack without pictures. */
  public UserErasure(Users users, MailboxClaims claims) {
    this(users, claims, UserPictures.NONE);
  }

  /**
   * Writes a tombstone, then deletes the mailbox claims, the row and the picture. The row goes
   * after the claims, since it has an address to find a claim by, and before the picture: one that
   * is published meanwhile finds no row and goes too.
   *
   * <p>In a rebuilt pool there is a second tombstone, of the id that the user had in the first one:
   * exports of the former pool have the user by that.
   *
   * @param email the user's address in the pool, or null if it is not known
   */
  public ErasedRecords erase(String sub, @Nullable String email, Instant now) {
    users.markErased(sub, now);
    Optional<StoredUser> row = users.read(sub);
    row.map(StoredUser::userId)
        .filter(id -> !id.equals(sub))
        .ifPresent(id -> users.markErased(id, now));
    Set<String> addresses = new LinkedHashSet<>();
    if (email != null) {
      addresses.add(email);
    }
    row.map(StoredUser::email).ifPresent(addresses::add);
    int released = 0;
    for (String address : addresses) {
      released += claims.release(address, sub) ? 1 : 0;
    }
    boolean deleted = users.delete(sub);
    pictures.delete(sub);
    return new ErasedRecords(deleted, released);
  }

  /**
   * The records that an erasure deleted.
   *
   * @param row whether there was a row
   * @param claims the number of mailbox claims
   */
  public record ErasedRecords(boolean row, int claims) {}
}

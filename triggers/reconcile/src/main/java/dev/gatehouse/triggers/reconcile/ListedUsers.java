package dev.gatehouse.triggers.reconcile;

import java.util.Arrays;

/**
 * The users that a pass has listed, as a Bloom filter: small enough for an item of the table, which
 * the runs of a pass hand on. It may report a user as listed who was not, never the reverse.
 *
 * <p>Beyond the number of users that the largest filter tells apart, a pass looks at a slice of the
 * rows only, and the next pass at the next slice.
 */
final class ListedUsers {
  /** The largest filter: DynamoDB's items have at most 400 KB. */
  static final int MAX_BITS = 1 << 21;

  private static final int MIN_BITS = 1 << 13;

  /** With eight bits for each user, one row in nine without a user waits for another pass. */
  private static final int BITS_PER_USER = 8;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final byte[] filter;
  private final long pass;
  private final long slices;

  private ListedUsers(byte[] filter, long pass, long expected) {
    this.filter = filter;
    this.pass = pass;
    this.slices = Math.max(1, Math.ceilDiv(expected * BITS_PER_USER, (long) MAX_BITS));
  }

  /**
   * Returns a filter without users.
   *
   * @param pass the number of the pass, which chooses the slice
   * @param expected the number of users of the pass before, or a negative one if there was none
   */
  static ListedUsers empty(long pass, long expected) {
    long wanted = expected < 0 ? MAX_BITS : Math.clamp(expected * BITS_PER_USER, 1, MAX_BITS);
    int bits = Math.max(MIN_BITS, Integer.highestOneBit((int) wanted * 2 - 1));
    return new ListedUsers(new byte[bits / Byte.SIZE], pass, expected);
  }

  /** Returns a stored filter. */
  static ListedUsers of(byte[] stored, long pass, long expected) {
    return new ListedUsers(stored.clone(), pass, expected);
  }

  /** Returns a filter for a pass whose own was lost: every user may be listed. */
  static ListedUsers unknown(long pass, long expected) {
    byte[] full = new byte[MIN_BITS / Byte.SIZE];
    Arrays.fill(full, (byte) 0xff);
    return new ListedUsers(full, pass, expected);
  }

  /** Returns the filter in the form in which it is stored. */
  byte[] bytes() {
    return filter.clone();
  }

  /** Adds a listed user. */
  void add(String sub) {
    long hash = hash(sub);
    if (isInSlice(hash)) {
      int bit = bit(hash);
      filter[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    }
  }

  /** Returns whether this pass has surely not listed a user of its slice. */
  boolean lacks(String sub) {
    long hash = hash(sub);
    int bit = bit(hash);
    return isInSlice(hash) && (filter[bit / Byte.SIZE] & 1 << bit % Byte.SIZE) == 0;
  }

  private boolean isInSlice(long hash) {
    return Long.remainderUnsigned(mixed(hash), slices) == Long.remainderUnsigned(pass, slices);
  }

  /** Two users of one bit in this pass have different ones in the next. */
  private int bit(long hash) {
    return (int) Long.remainderUnsigned(mixed(hash + pass * GOLDEN), filter.length * 8L);
  }

  private static long hash(String sub) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < sub.length(); i++) {
      hash = (hash ^ sub.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** Spreads a hash over all its bits, with the finalizer of MurmurHash3. */
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}

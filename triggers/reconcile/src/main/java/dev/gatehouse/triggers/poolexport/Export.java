package dev.gatehouse.triggers.poolexport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An export as far as it goes: users, then groups, then the users of each group.
 *
 * @param poolId the pool; a rebuilt one is another
 * @param cursor the pagination token of the next page, or null at the begin of a list
 * @param group the group whose users are listed, or null before the first
 * @param parts the number of stored parts
 * @param sha256 the hash over all parts: that of the hash before and the content of the last part
 */
record Export(
    String poolId,
    Instant begunAt,
    Phase phase,
    @Nullable String cursor,
    @Nullable String group,
    int parts,
    ExportCounts counts,
    String sha256) {

  /** What is listed. */
  enum Phase {
    /** The users of the pool. */
    USERS,
    /** The groups of the pool. */
    GROUPS,
    /** The users of each group. */
    MEMBERS,
    /** Nothing more: all lists were read to their end. */
    WHOLE
  }

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Export begun(String poolId, Instant now) {
    return new Export(poolId, now, Phase.USERS, null, null, 0, ExportCounts.NONE, "");
  }

  /** Returns the id, which is the time of its begin. */
  String id() {
    return ID.format(begunAt);
  }

  /** Returns the key of the next part. */
  String nextPart() {
    return String.format(Locale.ROOT, "exports/%s/part-%05d.ndjson.gz", id(), parts + 1);
  }

  /** Returns the key of the object that only a complete export has. */
  String manifest() {
    return "exports/%s/manifest.json".formatted(id());
  }

  boolean isWhole() {
    return phase == Phase.WHOLE;
  }

  Export at(Phase next, @Nullable String nextCursor, ExportCounts counted) {
    return new Export(poolId, begunAt, next, nextCursor, group, parts, counted, sha256);
  }

  Export in(String nextGroup) {
    return new Export(poolId, begunAt, phase, null, nextGroup, parts, counts, sha256);
  }

  Export withPart(String hash) {
    return new Export(poolId, begunAt, phase, cursor, group, parts + 1, counts, hash);
  }
}

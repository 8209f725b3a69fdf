package dev.gatehouse.triggers.poolexport;

import dev.gatehouse.triggers.poolexport.Export.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run hands on to the next.
 *
 * @param open the open export, or null
 * @param begunAt the begin of the last export, complete or not, or null before the first
 * @param since the begin of the last complete export, or the first run
 */
record ExportState(@Nullable Export open, @Nullable Instant begunAt, Instant since) {

  /** Reads a state; an empty one is that of the first run. */
  static ExportState of(Map<String, String> stored, Instant now) {
    @Nullable String begun = stored.get("begunAt");
    @Nullable Instant begunAt = begun == null ? null : Instant.parse(begun);
    return new ExportState(
        stored.containsKey("phase") && begunAt != null ? export(stored, begunAt) : null,
        begunAt,
        Instant.parse(stored.getOrDefault("since", now.toString())));
  }

  private static Export export(Map<String, String> stored, Instant begunAt) {
    return new Export(
        stored.getOrDefault("pool", ""),
        begunAt,
        Phase.valueOf(stored.getOrDefault("phase", "")),
        stored.get("cursor"),
        stored.get("group"),
        Integer.parseInt(stored.getOrDefault("parts", "0")),
        ExportCounts.of(stored),
        stored.getOrDefault("sha256", ""));
  }

  /** Returns the state in the form in which it is stored. */
  Map<String, String> stored() {
    Map<String, String> stored = new HashMap<>();
    stored.put("since", since.toString());
    if (begunAt != null) {
      stored.put("begunAt", begunAt.toString());
    }
    if (open != null) {
      stored.put("pool", open.poolId());
      stored.put("phase", open.phase().name());
      stored.put("parts", Integer.toString(open.parts()));
      stored.put("sha256", open.sha256());
      open.counts().addTo(stored);
      if (open.cursor() != null) {
        stored.put("cursor", open.cursor());
      }
      if (open.group() != null) {
        stored.put("group", open.group());
      }
    }
    return stored;
  }

  /** Returns whether a run has something to do. */
  boolean isDue(Duration every, Instant now) {
    return open != null || begunAt == null || !begunAt.plus(every).isAfter(now);
  }

  ExportState begun(String poolId, Instant now) {
    return new ExportState(Export.begun(poolId, now), now, since);
  }

  ExportState with(Export now) {
    return new ExportState(now, begunAt, since);
  }

  ExportState finished(Export whole) {
    return new ExportState(null, begunAt, whole.begunAt());
  }

  /** Returns the age of what the last complete export has, or the time since the first run. */
  Duration age(Instant now) {
    return Duration.between(since, now);
  }
}

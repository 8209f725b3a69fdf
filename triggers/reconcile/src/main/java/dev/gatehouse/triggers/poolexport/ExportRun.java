package dev.gatehouse.triggers.poolexport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of an export, which stops before Lambda ends it. The manifest is stored last: an export
 * that broke off has none.
 *
 * @param time the milliseconds that are left of the invocation
 */
record ExportRun(ExportPages pages, ExportStore store, Clock clock, IntSupplier time) {
  /** The time that one slow page and one slow part may take. */
  private static final Duration LAST = Duration.ofSeconds(60);

  /** Continues the export; returns it if it is now complete, or null if the time is up. */
  @Nullable Export run(LeasedExport leased) {
    ExportPart part = new ExportPart();
    @Nullable Export export = leased.open();
    while (export != null && !export.isWhole() && !isTimeUp()) {
      export = pages.next(export, part);
      if (part.isFull()) {
        export = store(export, part);
        leased.advance(export);
      } else {
        leased.renew();
      }
    }
    if (export == null) {
      return null;
    }
    if (!part.isEmpty()) {
      export = store(export, part);
    }
    leased.advance(export);
    return export.isWhole() ? finished(export, leased) : null;
  }

  private boolean isTimeUp() {
    return time.getAsInt() < LAST.toMillis();
  }

  private Export store(Export export, ExportPart part) {
    byte[] content = part.compressed();
    store.put(export.nextPart(), "application/gzip", content);
    part.clear();
    return export.withPart(ExportPart.chained(export.sha256(), content));
  }

  private Export finished(Export whole, LeasedExport leased) {
    String manifest = ExportLines.manifest(whole, clock.instant().toString());
    store.put(whole.manifest(), "application/json", manifest.getBytes(StandardCharsets.UTF_8));
    leased.finish(whole);
    return whole;
  }
}

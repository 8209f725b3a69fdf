package dev.gatehouse.triggers.poolexport;

import dev.gatehouse.users.PassStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The export that this run continues, with the lease that keeps other runs away. What a killed run
 * listed since its last part is listed again.
 */
final class LeasedExport {
  /** Longer than a page and a part take, so that a killed run's part is not stored after ours. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration RENEWAL = Duration.ofSeconds(60);

  private final PassStore store;
  private final String owner;
  private final Clock clock;
  private ExportState state;
  private Instant leasedAt;

  private LeasedExport(PassStore store, String owner, Clock clock, ExportState state) {
    this.store = store;
    this.owner = owner;
    this.clock = clock;
    this.state = state;
    this.leasedAt = clock.instant();
  }

  /** The end of a run whose lease another run has taken. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Acquires the lease; returns an empty Optional if another run has it. */
  static Optional<LeasedExport> take(PassStore store, String owner, Clock clock) {
    Instant now = clock.instant();
    return store
        .acquire(owner, now, now.plus(LEASE))
        .map(stored -> new LeasedExport(store, owner, clock, ExportState.of(stored, now)));
  }

  /** Returns the state as of the last part. */
  ExportState state() {
    return state;
  }

  /** Returns the open export, or null. */
  @Nullable Export open() {
    return state.open();
  }

  /** Begins a new export; one that was open stays without a manifest, and so is none. */
  void begin(String poolId) {
    save(state.begun(poolId, clock.instant()), LEASE);
  }

  /** Stores how far the export is. */
  void advance(Export next) {
    save(state.with(next), LEASE);
  }

  /** Extends the lease if a part of it is over. */
  void renew() {
    if (leasedAt.plus(RENEWAL).isBefore(clock.instant())) {
      save(state, LEASE);
    }
  }

  /** Ends the export, whose manifest is stored. */
  void finish(Export whole) {
    save(state.finished(whole), LEASE);
  }

  /** Gives the lease back. */
  void close() {
    save(state, Duration.ZERO);
  }

  /** Gives the lease back after a failure, if it can; otherwise it ends by itself. */
  void abandon() {
    try {
      close();
    } catch (RuntimeException another) {
      // The first failure says more.
      return;
    }
  }

  private void save(ExportState next, Duration lease) {
    leasedAt = clock.instant();
    if (!store.save(owner, next.stored(), leasedAt.plus(lease))) {
      throw new LeaseLost();
    }
    state = next;
  }
}

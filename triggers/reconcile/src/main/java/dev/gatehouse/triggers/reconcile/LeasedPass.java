package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.PassStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pass that this run continues, with the lease that keeps other runs away. What a killed run
 * did since it last stored the pass is done again, which is harmless.
 */
final class LeasedPass {
  /** The time after which a killed run's lease ends; longer than any call takes. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration RENEWAL = Duration.ofSeconds(20);

  /** The filter makes this write an expensive one. */
  private static final Duration STORING = Duration.ofMinutes(5);

  private final PassStore store;
  private final String owner;
  private final Clock clock;
  private ReconcileState state;
  private ReconcileState stored;
  private boolean isIdle;
  private @Nullable ListedUsers listed;
  private boolean filterIsStored = true;
  private Instant leasedAt;
  private Instant storedAt;

  private LeasedPass(PassStore store, String owner, Clock clock, ReconcileState state) {
    this.store = store;
    this.owner = owner;
    this.clock = clock;
    this.state = state;
    this.stored = state;
    this.isIdle = state.pass() == null;
    this.leasedAt = clock.instant();
    this.storedAt = leasedAt;
  }

  /** The end of a run whose lease another run has taken. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Acquires the lease, and begins a pass if none is open.
   *
   * @param begins whether this run may begin a pass; the first run of all does
   * @return an empty Optional if another run has the lease
   */
  static Optional<LeasedPass> take(PassStore store, String owner, Clock clock, boolean begins) {
    Instant now = clock.instant();
    if (!begins) {
      ReconcileState found = ReconcileState.of(store.state(), now);
      if (found.passes() > 0 && found.pass() == null) {
        // Without the lease, since the schedule that begins a pass may call at the same time.
        return Optional.of(new LeasedPass(store, owner, clock, found));
      }
    }
    Optional<LeasedPass> leased =
        store
            .acquire(owner, now, now.plus(LEASE))
            .map(found -> new LeasedPass(store, owner, clock, ReconcileState.of(found, now)));
    leased
        .filter(it -> it.pass() == null && (begins || it.state.passes() == 0))
        .ifPresent(LeasedPass::begin);
    return leased;
  }

  /**
   * Stores the new pass at once: a run that may not begin one continues it if this one is killed.
   */
  private void begin() {
    state = state.begun(clock.instant());
    stored = state;
    isIdle = false;
    save(stored, LEASE);
  }

  /** Returns the open pass, or null if it is finished, or none was begun. */
  @Nullable Pass pass() {
    return state.pass();
  }

  /** Returns the minutes since the last whole pass. */
  long ageInMinutes() {
    return state.age(clock.instant()).toMinutes();
  }

  /** Returns the time. */
  Instant now() {
    return clock.instant();
  }

  /** Returns the users that the pass has listed. */
  ListedUsers listed() {
    if (listed == null && state.pass() != null) {
      listed = listed(state.pass());
    }
    return listed == null ? ListedUsers.unknown(0, 0) : listed;
  }

  private ListedUsers listed(Pass pass) {
    return pass.phase() == Pass.Phase.USERS && pass.cursor() == null
        ? ListedUsers.empty(pass.number(), pass.expected())
        : store
            .filter(Long.toString(pass.number()))
            .map(bits -> ListedUsers.of(bits, pass.number(), pass.expected()))
            .orElseGet(() -> ListedUsers.unknown(pass.number(), pass.expected()));
  }

  /** Extends the lease if half of it may be over. */
  void renew() {
    if (leasedAt.plus(RENEWAL).isBefore(clock.instant())) {
      save(stored, LEASE);
    }
  }

  /** Moves the pass on, and stores it after its last user, or if that was long ago. */
  void advance(Pass next) {
    Pass before = state.pass();
    boolean listing = before != null && before.phase() == Pass.Phase.USERS;
    filterIsStored &= !listing;
    state = state.with(next);
    if ((listing && next.phase() != Pass.Phase.USERS)
        || storedAt.plus(STORING).isBefore(clock.instant())) {
      store(LEASE);
    } else {
      renew();
    }
  }

  /** Stores a count at once, so that a killed run does not exceed what a pass may do. */
  void count(Pass next) {
    state = state.with(next);
    stored = state;
    save(stored, LEASE);
  }

  /** Ends the pass, so that the next run may begin another. */
  void finish(Pass whole) {
    state = state.finished(whole, clock.instant());
  }

  /** Stores the pass and gives the lease back; a run without a pass has none. */
  void close() {
    if (!isIdle) {
      store(Duration.ZERO);
    }
  }

  /** Gives the lease back without what this run did since it last stored the pass, if it can. */
  void abandon() {
    try {
      boolean unused = store.save(owner, stored.stored(), clock.instant());
    } catch (RuntimeException failure) {
      // The lease ends by itself.
      return;
    }
  }

  /** Throws if the table takes no writes; a run with a pass has written its state. */
  void checkWrites() {
    if (isIdle) {
      Instant now = clock.instant();
      // A lease that ends at once; if another run has one, it writes.
      boolean unused = store.acquire(owner, now, now).isPresent();
    }
  }

  boolean isIdle() {
    return isIdle;
  }

  private void store(Duration lease) {
    Pass open = state.pass();
    if (listed != null && open != null && !filterIsStored) {
      // First the filter: one that has more users than the cursor has passed does no harm.
      store.saveFilter(Long.toString(open.number()), listed.bytes());
      filterIsStored = true;
    }
    stored = state;
    storedAt = clock.instant();
    save(stored, lease);
  }

  private void save(ReconcileState saved, Duration lease) {
    leasedAt = clock.instant();
    if (!store.save(owner, saved.stored(), leasedAt.plus(lease))) {
      throw new LeaseLost();
    }
  }
}

package dev.gatehouse.local.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that runs ahead of another by a duration that only grows. */
public final class MovableClock extends Clock {
  private final Clock real;
  private final AtomicLong aheadMillis;
  private final List<Runnable> moved;
  private final List<Move> moves;

  /**
   * A move of this clock.
   *
   * @param at the time of the other clock
   * @param ahead how far this clock was ahead of the other from then on
   */
  private record Move(Instant at, Duration ahead) {}

  /** Creates a clock that is not ahead yet. */
  public MovableClock(Clock real) {
    this(real, new AtomicLong(), new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
  }

  private MovableClock(Clock real, AtomicLong aheadMillis, List<Runnable> moved, List<Move> moves) {
    this.real = real;
    this.moves = moves;
    this.aheadMillis = aheadMillis;
    this.moved = moved;
  }

  /** Runs actions each time after the clock was moved, before {@link #forward} returns. */
  public void whenMoved(List<Runnable> actions) {
    moved.addAll(actions);
  }

  /**
   * Moves the clock forward by whole milliseconds; throws {@link IllegalArgumentException} for a
   * negative duration.
   */
  public void forward(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("The clock moves forward only.");
    }
    long ahead = aheadMillis.addAndGet(time.toMillis());
    moves.add(new Move(real.instant(), Duration.ofMillis(ahead)));
    moved.forEach(Runnable::run);
  }

  /** Returns how far this clock is ahead of the other. */
  public Duration ahead() {
    return Duration.ofMillis(aheadMillis.get());
  }

  /**
   * Returns what this clock showed when the other one showed a time: functions sign with the time
   * of their own process, which this clock may be ahead of.
   */
  public Instant when(Instant other) {
    return other.plus(
        moves.stream()
            .filter(move -> !move.at().isAfter(other))
            .map(Move::ahead)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(real.withZone(zone), aheadMillis, moved, moves);
  }
}

package dev.gatehouse.triggers.reconcile.sqs;

/** The rows in the dead-letter queue of deferred users. */
public interface DeadLetters {
  /** No dead-letter queue. */
  DeadLetters NONE =
      new DeadLetters() {
        @Override
        public long count() {
          return 0;
        }

        @Override
        public void redrive() {}
      };

  /** Returns about how many there are. */
  long count();

  /** Starts to move all of them back to their queue. */
  void redrive();
}

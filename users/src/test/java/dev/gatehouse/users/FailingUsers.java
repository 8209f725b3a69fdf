package dev.gatehouse.users;

import java.util.Optional;
import java.util.function.Supplier;

/** A table of users that fails: always, or when the row of one user is written. */
public final class FailingUsers extends ForwardingUsers {
  private static final String EVERY_SUB = "";

  private final String failingSub;
  private final Supplier<? extends Throwable> failure;

  private FailingUsers(String failingSub, Users others, Supplier<? extends Throwable> failure) {
    super(others);
    this.failingSub = failingSub;
    this.failure = failure;
  }

  /** Returns a table whose every call throws; checked exceptions are not supported. */
  public static FailingUsers always(Supplier<? extends Throwable> failure) {
    return new FailingUsers(EVERY_SUB, new InMemoryUsers(), failure);
  }

  /** Returns a table that fails to write the row of one user, with a message that quotes them. */
  public static FailingUsers forSub(String sub, Users others) {
    return new FailingUsers(
        sub, others, () -> new IllegalStateException("cannot write " + TestUsers.minimal(sub)));
  }

  @Override
  public PutResult putIfAbsent(User user) {
    failIf(user.sub());
    return super.putIfAbsent(user);
  }

  @Override
  public boolean replace(StoredUser row, User next) {
    failIf(next.sub());
    return super.replace(row, next);
  }

  @Override
  public Optional<StoredUser> read(String sub) {
    if (failingSub.equals(EVERY_SUB)) {
      fail();
    }
    return super.read(sub);
  }

  private void failIf(String sub) {
    if (failingSub.equals(EVERY_SUB) || failingSub.equals(sub)) {
      fail();
    }
  }

  private void fail() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}

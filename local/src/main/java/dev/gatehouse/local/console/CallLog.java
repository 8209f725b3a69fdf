package dev.gatehouse.local.console;

import dev.gatehouse.local.functions.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Remembers the last calls of functions. */
public final class CallLog implements Consumer<Call> {

  private static final int KEPT = 200;

  private final Deque<Call> calls = new ArrayDeque<>();

  @Override
  public synchronized void accept(Call call) {
    if (calls.size() == KEPT) {
      calls.removeLast();
    }
    calls.addFirst(call);
  }

  /** Returns the calls, newest first. */
  synchronized List<Call> newestFirst() {
    return List.copyOf(calls);
  }
}

package dev.gatehouse.local.console;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The latest calls of functions. */
public final class FunctionCallLog implements Consumer<FunctionCall> {

  private static final int MAX_CALLS = 200;

  private final Deque<FunctionCall> calls = new ArrayDeque<>();

  @Override
  public synchronized void accept(FunctionCall call) {
    if (calls.size() == MAX_CALLS) {
      calls.removeLast();
    }
    calls.addFirst(call);
  }

  /** Returns the calls, newest first. */
  synchronized List<FunctionCall> newestFirst() {
    return List.copyOf(calls);
  }
}

package dev.gatehouse.local.activity;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest calls of functions. */
public final class FunctionCallLog {

  private static final int MAX_CALLS = 1000;

  private final Deque<FunctionCall> calls = new ArrayDeque<>();

  /** Adds a call, and drops the oldest one if the log is full. */
  public synchronized void add(FunctionCall call) {
    if (calls.size() == MAX_CALLS) {
      calls.removeLast();
    }
    calls.addFirst(call);
  }

  /** Returns the calls, newest first. */
  public synchronized List<FunctionCall> newestFirst() {
    return List.copyOf(calls);
  }

  /** Returns the call of this id, or an empty Optional if it is not among the latest. */
  public Optional<FunctionCall> find(String id) {
    return newestFirst().stream().filter(call -> call.id().equals(id)).findFirst();
  }
}

package dev.gatehouse.local.activity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest requests to the API and to AWS's services. */
public final class RequestLog {

  private static final int MAX_REQUESTS = 1000;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /** Adds a request, and drops the oldest one if the log is full. */
  synchronized void add(RecordedRequest request) {
    if (requests.size() == MAX_REQUESTS) {
      requests.removeLast();
    }
    requests.addFirst(request);
  }

  /** Returns the requests, newest first. */
  public synchronized List<RecordedRequest> newestFirst() {
    return List.copyOf(requests);
  }

  /** Returns the request of this id, or an empty Optional if it is not among the latest. */
  public Optional<RecordedRequest> find(String id) {
    return newestFirst().stream().filter(request -> request.id().equals(id)).findFirst();
  }
}

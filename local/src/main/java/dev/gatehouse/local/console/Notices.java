package dev.gatehouse.local.console;

import dev.gatehouse.local.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The results of actions, each shown once by the page that the action leads to. */
final class Notices {

  private static final int MAX_WAITING = 100;

  /** The result of an action. */
  record Notice(String text, boolean problem) {}

  private final Map<String, Notice> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Notice> eldest) {
          return size() > MAX_WAITING;
        }
      };

  /** Returns a redirect to a page that shows the notice. */
  Response redirect(String address, Notice notice) {
    String id = UUID.randomUUID().toString();
    synchronized (waiting) {
      waiting.put(id, notice);
    }
    return new Response(303, Map.of("Location", List.of(address + "?notice=" + id)), new byte[0]);
  }

  /** Returns a notice and forgets it, null if there is none of this id. */
  @Nullable Notice take(String id) {
    synchronized (waiting) {
      return waiting.remove(id);
    }
  }
}

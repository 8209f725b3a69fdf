package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page: head, navigation and notices.
 *
 * @param content the HTML of the page
 * @param notice the result of the last action, null for none
 * @param problem the error of the last action, null for none
 */
@JStache(path = "dev/gatehouse/local/console/layout.html")
public record Layout(
    String title,
    List<NavigationLink> links,
    String content,
    @Nullable String notice,
    @Nullable String problem) {

  /** A link to another page; the one to the current page is marked. */
  public record NavigationLink(String address, String text, boolean current) {}

  /** Returns the frame of the page with this address. */
  public static Layout of(
      String title,
      String address,
      String content,
      @Nullable String notice,
      @Nullable String problem) {
    List<NavigationLink> links =
        Stream.of(
                new String[] {"/", "Inbox"},
                new String[] {"/_gatehouse/console/users", "Users"},
                new String[] {"/_gatehouse/console/requests", "API requests"},
                new String[] {"/_gatehouse/console/aws-requests", "AWS requests"},
                new String[] {"/_gatehouse/console/calls", "Function calls"},
                new String[] {"/_gatehouse/console/logs", "Logs"},
                new String[] {"/_gatehouse/console/tokens", "Tokens"},
                new String[] {"/_gatehouse/console/faults", "Faults"},
                new String[] {"/_gatehouse/console/mail-texts", "Mail texts"})
            .map(link -> new NavigationLink(link[0], link[1], link[0].equals(address)))
            .toList();
    return new Layout(title, links, content, notice, problem);
  }
}

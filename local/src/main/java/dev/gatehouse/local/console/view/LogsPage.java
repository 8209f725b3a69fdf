package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * The log of a function.
 *
 * @param lines the last lines, newest first
 * @param stream the address of the lines to come
 */
@JStache(path = "dev/gatehouse/local/console/logs.html")
public record LogsPage(List<FunctionOption> functions, List<String> lines, String stream) {

  /** A function whose log can be chosen. */
  public record FunctionOption(String name, boolean selected) {}
}

package dev.gatehouse.local;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses a port: the option, else the environment, else the default. */
record Port(String option, String variable, int otherwise) {
  static final Port API = new Port("--api-port", "GATEHOUSE_API_PORT", 8080);
  static final Port AWS = new Port("--aws-port", "GATEHOUSE_AWS_PORT", 4566);

  private static final int HIGHEST = 65_535;

  /** Returns the port, 0 for any free one; throws {@link CannotStart} for what is no port. */
  int choose(@Nullable String given, Map<String, String> environment) {
    if (given != null) {
      return number(option, given);
    }
    String set = environment.getOrDefault(variable, "");
    return set.isBlank() ? otherwise : number(variable, set);
  }

  private static int number(String name, String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new CannotStart(
        "%s is \"%s\"; expected a port from 0 to 65535, 0 for any free one".formatted(name, text));
  }

  /** Says that somebody else has the port. */
  String inUse(int port) {
    return "Port %d is in use; choose another with %s or %s".formatted(port, option, variable);
  }
}

package dev.gatehouse.local;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The setting of a port: an option, an environment variable, and a default. */
record PortOption(String option, String variable, int defaultPort) {
  static final PortOption API = new PortOption("--api-port", "GATEHOUSE_API_PORT", 8080);
  static final PortOption AWS = new PortOption("--aws-port", "GATEHOUSE_AWS_PORT", 4566);

  /** The port of AWS's services over TLS, which is bound only if it is set. */
  static final PortOption HTTPS = new PortOption("--https-port", "GATEHOUSE_HTTPS_PORT", -1);

  /**
   * The port of the demo, the callback of the hosted plan; without it, the default may be in use.
   */
  static final PortOption DEMO = new PortOption("--demo-port", "GATEHOUSE_DEMO_PORT", 8400);

  private static final int HIGHEST = 65_535;

  /** Returns the port, 0 for any free one; throws {@link StartupFailed} for an invalid value. */
  int resolve(@Nullable String given, Map<String, String> environment) {
    if (given != null) {
      return parse(option, given);
    }
    String set = environment.getOrDefault(variable, "");
    return set.isBlank() ? defaultPort : parse(variable, set);
  }

  /** Returns the port of an option without a default, empty if it is not set. */
  OptionalInt resolveIfSet(@Nullable String given, Map<String, String> environment) {
    int port = resolve(given, environment);
    return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** Returns whether the option or the variable is set. */
  boolean isSet(@Nullable String given, Map<String, String> environment) {
    return given != null || !environment.getOrDefault(variable, "").isBlank();
  }

  private static int parse(String name, String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    throw new StartupFailed(
        "%s is \"%s\"; expected a port from 0 to 65535, 0 for any free one".formatted(name, text));
  }

  /** Returns the error text for a port that another process uses. */
  String inUse(int port) {
    return String.format(
        Locale.ROOT, "Port %d is in use; choose another with %s or %s", port, option, variable);
  }
}

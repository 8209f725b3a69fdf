package dev.gatehouse.pulumi.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The main class of a process whose class path is the archive of a function. It creates the handler
 * as Lambda does, with the environment variables of each line of its input, and writes whether the
 * handler started. It uses no library, since the archive has others.
 */
public final class FunctionStarts {
  /** The start of each line of the output; the handler may write others. */
  static final String RESULT = "function-start ";

  private FunctionStarts() {}

  /** Starts the handler with the class name for each line of the input. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Map<String, String> environment = environment();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      environment.keySet().removeIf(name -> !name.startsWith("AWS_"));
      for (String variable : line.split(" ", -1)) {
        String[] parts = variable.split("=", 2);
        environment.put(parts[0], decoded(parts[1]));
      }
      out.println(RESULT + started(args[0]));
    }
  }

  private static String started(String handler) throws ReflectiveOperationException {
    try {
      Class.forName(handler).getDeclaredConstructor().newInstance();
      return "taken";
    } catch (InvocationTargetException e) {
      return "refused " + e.getTargetException().getMessage();
    }
  }

  static String encoded(String value) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  /** Returns the map behind System.getenv, which a process has once for its life. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> environment() throws ReflectiveOperationException {
    Map<String, String> unmodifiable = System.getenv();
    Field map = unmodifiable.getClass().getDeclaredField("m");
    map.setAccessible(true);
    return (Map<String, String>) map.get(unmodifiable);
  }
}

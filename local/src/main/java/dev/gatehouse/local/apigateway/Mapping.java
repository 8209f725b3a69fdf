package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is what a header of an answer is made of: a text in quotes, a variable, or a header that came.
 */
sealed interface Mapping {
  Pattern QUOTED = Pattern.compile("'(.*)'");
  Pattern VARIABLE = Pattern.compile("context\\.(.+)");
  Pattern HEADER = Pattern.compile("method\\.request\\.header\\.(.+)");

  /** Returns the value for this call, or nothing if it has none. */
  Optional<String> value(CallContext call);

  /** Is always the same. */
  record Quoted(String text) implements Mapping {
    @Override
    public Optional<String> value(CallContext call) {
      return Optional.of(text);
    }
  }

  /** Is a variable of the context. */
  record Variable(String name) implements Mapping {
    @Override
    public Optional<String> value(CallContext call) {
      return Optional.of(call.variable(name));
    }
  }

  /** Is what the client sent. */
  record Header(String name) implements Mapping {
    @Override
    public Optional<String> value(CallContext call) {
      return call.request().header(name);
    }
  }

  /** Reads a resource's responseParameters, whose names begin with this. */
  static Map<String, Mapping> headers(Resource resource, String prefix) {
    Map<String, Mapping> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    resource
        .object("responseParameters")
        .asMap()
        .forEach((name, value) -> {
          if (!name.startsWith(prefix)) {
            throw resource.refused("maps %s, which is no %s".formatted(name, prefix));
          }
          headers.put(name.substring(prefix.length()), of(resource, value.getAsString()));
        });
    return headers;
  }

  private static Mapping of(Resource resource, String expression) {
    Matcher quoted = QUOTED.matcher(expression);
    Matcher variable = VARIABLE.matcher(expression);
    Matcher header = HEADER.matcher(expression);
    if (quoted.matches()) {
      return new Quoted(quoted.group(1));
    }
    if (variable.matches() && CallContext.NAMES.contains(variable.group(1))) {
      return new Variable(variable.group(1));
    }
    if (header.matches()) {
      return new Header(header.group(1));
    }
    throw resource.refused("maps a header from %s, which is not played here".formatted(expression));
  }
}

package dev.gatehouse.local.apigateway.responses;

import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source of a response header: a quoted text, a context variable or a request header. */
public sealed interface ParameterMapping {
  Pattern QUOTED = Pattern.compile("'(.*)'");
  Pattern VARIABLE = Pattern.compile("context\\.(.+)");
  Pattern HEADER = Pattern.compile("method\\.request\\.header\\.(.+)");

  /** Returns the value for a request, or an empty Optional if there is none. */
  Optional<String> value(ContextVariables context);

  /** A text in single quotes. */
  record Quoted(String text) implements ParameterMapping {
    @Override
    public Optional<String> value(ContextVariables context) {
      return Optional.of(text);
    }
  }

  /** A {@code $context} variable. */
  record Variable(String name) implements ParameterMapping {
    @Override
    public Optional<String> value(ContextVariables context) {
      return Optional.of(context.variable(name));
    }
  }

  /** A header of the request. */
  record Header(String name) implements ParameterMapping {
    @Override
    public Optional<String> value(ContextVariables context) {
      return context.request().header(name);
    }
  }

  /** Returns the responseParameters of a resource by header name; every key has this prefix. */
  static Map<String, ParameterMapping> headers(Resource resource, String prefix) {
    Map<String, ParameterMapping> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    resource
        .object("responseParameters")
        .asMap()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(prefix)) {
                throw resource.refused(
                    "maps %s, which does not start with %s".formatted(name, prefix));
              }
              headers.put(name.substring(prefix.length()), of(resource, value.getAsString()));
            });
    return headers;
  }

  private static ParameterMapping of(Resource resource, String expression) {
    Matcher quoted = QUOTED.matcher(expression);
    Matcher variable = VARIABLE.matcher(expression);
    Matcher header = HEADER.matcher(expression);
    if (quoted.matches()) {
      return new Quoted(quoted.group(1));
    }
    if (variable.matches() && ContextVariables.NAMES.contains(variable.group(1))) {
      return new Variable(variable.group(1));
    }
    if (header.matches()) {
      return new Header(header.group(1));
    }
    throw resource.refused(
        "maps a header from %s, which the local emulator does not support".formatted(expression));
  }
}

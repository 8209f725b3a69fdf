package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a body with variables of {@code $context} in it, and with nothing else that has to run. */
record Template(String text) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{context((?:\\.[A-Za-z]+)+)}|context((?:\\.[A-Za-z]+)+))");
  private static final Pattern ANYTHING_ELSE = Pattern.compile("\\$!?\\{?[A-Za-z]|(?m)^\\s*#");

  /** Returns the templates of a resource by content type; refuses those that do more than this. */
  static Map<String, Template> of(Resource resource, String input) {
    Map<String, Template> templates = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    resource
        .object(input)
        .asMap()
        .forEach((type, text) -> templates.put(type, checked(resource, text.getAsString())));
    return templates;
  }

  String fill(CallContext call) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable ->
            Matcher.quoteReplacement(call.variable(name(variable.group(1), variable.group(2)))));
  }

  private static Template checked(Resource resource, String text) {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      String name = name(variable.group(1), variable.group(2));
      if (!CallContext.NAMES.contains(name)) {
        throw resource.refused("has $context.%s in a template; it is not here".formatted(name));
      }
    }
    if (ANYTHING_ELSE.matcher(variable.reset().replaceAll("")).find()) {
      throw resource.refused("has more than $context variables in a template; only they run here");
    }
    return new Template(text);
  }

  private static String name(String braced, String bare) {
    return (braced == null ? bare : braced).substring(1);
  }
}

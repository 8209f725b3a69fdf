package dev.gatehouse.local.apigateway.responses;

import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping template with {@code $context} variables; no other expression is supported. */
public record MappingTemplate(String text) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{context((?:\\.[A-Za-z]+)+)}|context((?:\\.[A-Za-z]+)+))");
  private static final Pattern OTHER_EXPRESSION = Pattern.compile("\\$!?\\{?[A-Za-z]|(?m)^\\s*#");

  /** Returns the templates of a resource by content type; throws {@code PlanInvalid} for others. */
  public static Map<String, MappingTemplate> of(Resource resource, String input) {
    Map<String, MappingTemplate> templates = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    resource
        .object(input)
        .asMap()
        .forEach((type, text) -> templates.put(type, checked(resource, text.getAsString())));
    return templates;
  }

  /** Returns the body for a request. */
  public String fill(ContextVariables context) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(
                    context.variable(name(variable.group(1), variable.group(2)))));
  }

  private static MappingTemplate checked(Resource resource, String text) {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      String name = name(variable.group(1), variable.group(2));
      if (!ContextVariables.NAMES.contains(name)) {
        throw resource.refused(
            "uses $context.%s in a template, which the local emulator does not support"
                .formatted(name));
      }
    }
    if (OTHER_EXPRESSION.matcher(variable.reset().replaceAll("")).find()) {
      throw resource.refused(
          "uses more than $context variables in a template, which the local emulator does not"
              + " support");
    }
    return new MappingTemplate(text);
  }

  private static String name(String braced, String bare) {
    return (braced == null ? bare : braced).substring(1);
  }
}

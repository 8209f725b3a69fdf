package dev.gatehouse.local.plan;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The check that the environment variables of functions name queues, tables, functions and keys of
 * the plan. A variable names one by its value, an ARN or the URL of a queue, or by its own name.
 */
public final class ResourceReferences {

  /** The types of resources, by the word for them. */
  private static final Map<String, String> TYPES =
      Map.of(
          "queue", "aws:sqs/queue:Queue",
          "table", "aws:dynamodb/table:Table",
          "function", "aws:lambda/function:Function",
          "key", "aws:kms/key:Key",
          "bucket", "aws:s3/bucketV2:BucketV2");

  /** The words for resources, by the form of a value that names one. */
  private static final Map<Pattern, String> BY_VALUE =
      Map.of(
          Pattern.compile("https://sqs\\.[^/]+/\\d{12}/.+"), "queue",
          Pattern.compile("arn:aws[a-z-]*:sqs:.+"), "queue",
          Pattern.compile("arn:aws[a-z-]*:dynamodb:.+:table/.+"), "table",
          Pattern.compile("arn:aws[a-z-]*:lambda:.+:function:.+"), "function",
          Pattern.compile("arn:aws[a-z-]*:kms:.+:key/.+"), "key");

  /** The words for resources, by the end of the name of a variable that names one. */
  private static final Map<Pattern, String> BY_NAME =
      Map.of(
          Pattern.compile(".*_TABLE(_NAME)?"), "table",
          Pattern.compile(".*_QUEUE(_NAME|_URL)?"), "queue",
          Pattern.compile(".*_FUNCTION(_NAME)?"), "function",
          Pattern.compile(".*_KEY_(ARN|ID)"), "key",
          Pattern.compile(".*_BUCKET(_NAME)?"), "bucket");

  /** The outputs by which a variable can name a resource. */
  private static final List<String> OUTPUTS = List.of("arn", "name", "url", "keyId", "id");

  private ResourceReferences() {}

  /** Throws {@link PlanInvalid} for the first variable that names a missing resource. */
  public static void check(Plan plan) {
    for (Resource function : plan.ofType("aws:lambda/function:Function")) {
      function
          .object("environment")
          .asMap()
          .getOrDefault("variables", new JsonObject())
          .getAsJsonObject()
          .asMap()
          .forEach((name, value) -> check(plan, function, name, value.getAsString()));
    }
  }

  private static void check(Plan plan, Resource function, String variable, String value) {
    String word = word(BY_VALUE, value).isEmpty() ? word(BY_NAME, variable) : word(BY_VALUE, value);
    if (!word.isEmpty() && !value.isEmpty() && !isDeclared(plan, word, value)) {
      throw function.refused(
          "sets %s to %s, but the plan has no such %s".formatted(variable, value, word));
    }
  }

  private static boolean isDeclared(Plan plan, String word, String value) {
    return plan.ofType(TYPES.getOrDefault(word, "")).stream()
        .anyMatch(
            resource ->
                OUTPUTS.stream()
                    .map(resource.outputs()::get)
                    .filter(output -> output != null && output.isJsonPrimitive())
                    .map(output -> output.getAsString())
                    .anyMatch(output -> names(value, output)));
  }

  /** Returns whether a value is an output, or an ARN followed by an alias or an index. */
  private static boolean names(String value, String output) {
    return value.equals(output)
        || (output.startsWith("arn:")
            && (value.startsWith(output + ":") || value.startsWith(output + "/")));
  }

  private static String word(Map<Pattern, String> words, String text) {
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(text).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

package dev.gatehouse.pulumi.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions and resource types of IAM, from AWS's service authorization reference. */
record IamData(Map<String, Action> actions, Map<String, Pattern> resources) {
  /** An action; without resource types, it supports only the resource {@code *}. */
  record Action(List<String> resourceTypes, List<Pattern> conditionKeys) {}

  static IamData read() {
    List<List<String>> rows = Tsv.rows("iam/actions.tsv");
    return new IamData(
        rows.stream()
            .filter(row -> row.get(0).equals("action"))
            .collect(Collectors.toMap(row -> row.get(1), row -> action(row.get(2), row.get(3)))),
        rows.stream()
            .filter(row -> row.get(0).equals("resource"))
            .collect(Collectors.toMap(row -> row.get(1), row -> pattern(row.get(2)))));
  }

  private static Action action(String types, String keys) {
    return new Action(words(types), words(keys).stream().map(IamData::pattern).toList());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** Returns a pattern for a template like {@code arn:${Partition}:sqs:...}. */
  private static Pattern pattern(String template) {
    return Pattern.compile(
        Stream.of(template.split("\\$\\{[^}]+}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+")));
  }
}

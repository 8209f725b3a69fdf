package dev.gatehouse.pulumi.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Is what IAM knows, from AWS's own reference; see the head of actions.tsv for its source. */
record IamData(Map<String, Action> actions, Map<String, Pattern> resources) {
  /** Is one action; where there are no resource types, AWS takes it on everything or not at all. */
  record Action(List<String> resourceTypes, List<Pattern> conditionKeys) {}

  static IamData read() {
    List<List<String>> rows = Tsv.rows("iam/actions.tsv");
    return new IamData(
        rows.stream()
            .filter(row -> row.get(0).equals("action"))
            .collect(Collectors.toMap(row -> row.get(1), row -> action(row.get(2), row.get(3)))),
        rows.stream()
            .filter(row -> row.get(0).equals("resource"))
            .collect(Collectors.toMap(row -> row.get(1), row -> filledIn(row.get(2)))));
  }

  private static Action action(String types, String keys) {
    return new Action(words(types), words(keys).stream().map(IamData::filledIn).toList());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** Returns what a form like {@code arn:${Partition}:sqs:...} looks like when it is filled in. */
  private static Pattern filledIn(String form) {
    return Pattern.compile(
        Stream.of(form.split("\\$\\{[^}]+}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+")));
  }
}

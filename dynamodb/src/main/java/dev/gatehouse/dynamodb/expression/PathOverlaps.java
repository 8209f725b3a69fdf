package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;
import java.util.function.BiPredicate;

/** The rule that the paths of an update or a projection lead to different places. */
final class PathOverlaps {

  private PathOverlaps() {}

  /** Throws if paths overlap or, failing that, conflict; the first pair as written is named. */
  static void refuse(ExpressionParameter parameter, List<DocumentPath> paths) {
    List<DocumentPath> overlap = firstPair(paths, DocumentPath::overlaps);
    if (!overlap.isEmpty()) {
      throw parameter.invalid(
          ExpressionTexts.overlap(overlap.get(0).toString(), overlap.get(1).toString()));
    }
    List<DocumentPath> conflict = firstPair(paths, DocumentPath::conflicts);
    if (!conflict.isEmpty()) {
      throw parameter.invalid(
          ExpressionTexts.conflict(conflict.get(0).toString(), conflict.get(1).toString()));
    }
  }

  private static List<DocumentPath> firstPair(
      List<DocumentPath> paths, BiPredicate<DocumentPath, DocumentPath> clash) {
    for (int two = 1; two < paths.size(); two++) {
      for (int one = 0; one < two; one++) {
        if (clash.test(paths.get(one), paths.get(two))) {
          return List.of(paths.get(one), paths.get(two));
        }
      }
    }
    return List.of();
  }
}

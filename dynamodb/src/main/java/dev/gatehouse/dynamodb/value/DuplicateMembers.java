package dev.gatehouse.dynamodb.value;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** The refusal of a set that holds a member twice. */
final class DuplicateMembers {

  private DuplicateMembers() {}

  static void refuseStrings(List<String> members, Layer layer) {
    if (new HashSet<>(members).size() < members.size()) {
      String list =
          layer == Layer.OLDER
              ? members.toString()
              : upToRepeat(members, Utf8.ORDER).stream()
                  .map(each -> '"' + each + '"')
                  .toList()
                  .toString();
      throw refused(Texts.INVALID_PARAMETER + "Input collection " + list + " contains duplicates.");
    }
  }

  static void refuseBinaries(List<Binary> members, Layer layer) {
    if (new HashSet<>(members).size() < members.size()) {
      String list =
          layer == Layer.OLDER
              ? members.toString()
              : "["
                  + String.join(
                      ",",
                      upToRepeat(members, Comparator.naturalOrder()).stream()
                          .map(each -> '"' + each.base64() + '"')
                          .toList())
                  + "]";
      throw refused(
          Texts.INVALID_PARAMETER + "Input collection " + list + "of type BS contains duplicates.");
    }
  }

  static void refuseNumbers(List<BigDecimal> members, Layer layer) {
    if (new HashSet<>(members).size() < members.size()) {
      throw refused(
          layer == Layer.OLDER
              ? "Input collection contains duplicates"
              : Texts.INVALID_PARAMETER + "Input collection contains duplicates.");
    }
  }

  /** Returns the members sorted up to the first repeat, then the repeat and the rest as sent. */
  private static <T> List<T> upToRepeat(List<T> members, Comparator<? super T> order) {
    TreeSet<T> sorted = new TreeSet<>(order);
    int repeat = 0;
    while (sorted.add(members.get(repeat))) {
      repeat++;
    }
    List<T> all = new ArrayList<>(sorted);
    all.addAll(members.subList(repeat, members.size()));
    return all;
  }

  private static DynamoDbException refused(String text) {
    return DynamoDbException.ofRequest(text);
  }
}

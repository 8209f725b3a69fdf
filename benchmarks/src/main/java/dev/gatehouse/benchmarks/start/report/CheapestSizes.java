package dev.gatehouse.benchmarks.start.report;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The price of a million sign-ups with each function at its cheapest memory size: of the sizes with
 * an equal median of warm calls, the one that costs least.
 *
 * @param lines the medians of each function with each size
 */
public record CheapestSizes(List<Medians> lines) {
  /** Medians that differ by less are equal: of five rounds they vary by that much. */
  private static final double EQUAL = 1.25;

  private static final String HEAD =
      """

      Each function at its cheapest size with an equal median of warm calls:

      | function | variant | memory MB | warm call ms | billed ms | a million sign-ups, USD |
      |---|---|--:|--:|--:|--:|
      """;

  /** A function with a size, and what its calls in a million sign-ups cost. */
  private record Priced(Medians line, double billed, double usd) {
    static Priced of(Medians line) {
      String function = line.subject().function();
      int memory = line.subject().memory();
      double billed = FunctionBill.billed(line.warm().cpu(), memory);
      int calls = SignUpCost.CALLS.getOrDefault(function, 0);
      FunctionBill bill =
          new FunctionBill(function, line.subject().variant(), calls, memory, billed, null, billed);
      return new Priced(line, billed, bill.pricePerMillionSignUps(billed));
    }

    boolean isProgram() {
      return line.subject().start() == Start.PROGRAM;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %d | %.1f | %.0f | %.2f |%n",
          line.subject().function(),
          isProgram() ? line.subject().variant() : "ours",
          line.subject().memory(),
          line.warm().wall(),
          billed,
          usd);
    }
  }

  /** Returns the table, with the sums of the functions that are also written in Go. */
  public String table() {
    Map<String, List<Medians>> bySubject = new LinkedHashMap<>();
    lines.forEach(
        line ->
            bySubject.computeIfAbsent(line.subject().name(), any -> new ArrayList<>()).add(line));
    List<Priced> cheapest = bySubject.values().stream().map(CheapestSizes::cheapest).toList();
    StringBuilder table = new StringBuilder(HEAD);
    cheapest.forEach(priced -> table.append(priced.row()));
    return table.append(beside(cheapest)).toString();
  }

  private static Priced cheapest(List<Medians> sizes) {
    double fastest = sizes.stream().mapToDouble(line -> line.warm().wall()).min().orElseThrow();
    return sizes.stream()
        .filter(line -> line.warm().wall() <= EQUAL * fastest)
        .map(Priced::of)
        .min(Comparator.comparingDouble(Priced::usd))
        .orElseThrow();
  }

  private static String beside(List<Priced> cheapest) {
    List<Priced> go = cheapest.stream().filter(Priced::isProgram).toList();
    if (go.isEmpty()) {
      return "";
    }
    double others = go.stream().mapToDouble(Priced::usd).sum();
    double ours =
        cheapest.stream()
            .filter(priced -> !priced.isProgram())
            .filter(priced -> go.stream().anyMatch(one -> isSame(one, priced)))
            .mapToDouble(Priced::usd)
            .sum();
    return String.format(
        Locale.ROOT,
        "%nThe functions that are also written in Go cost %.2f USD, in Go %.2f: %.2f times as much"
            + " (aim: at most 1.3, %s).%n",
        ours,
        others,
        ours / others,
        ours <= 1.3 * others ? "reached" : "missed");
  }

  private static boolean isSame(Priced one, Priced other) {
    return one.line().subject().function().equals(other.line().subject().function());
  }
}

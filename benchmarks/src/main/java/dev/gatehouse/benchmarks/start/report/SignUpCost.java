package dev.gatehouse.benchmarks.start.report;

import dev.gatehouse.benchmarks.start.measured.GoBaselines;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The price of a million sign-ups, by AWS's list prices for arm64 in us-east-1.
 *
 * @param go a sentence about the functions in Go
 */
public record SignUpCost(List<Medians> lines, String go) {
  private static final String COGNITO_SENDS = "custom-message";
  private static final String LAMBDA_SENDS = "custom-email-sender";

  /** The calls from sign-up to profile; one of two functions writes the mail. */
  static final Map<String, Integer> CALLS =
      Map.of("api", 3, "pre-sign-up", 1, COGNITO_SENDS, 1, LAMBDA_SENDS, 1, "post-confirmation", 1);

  private static final String HEAD =
      """

      | function | variant | memory MB | calls per sign-up | billed ms, warm | billed ms, first after\
       a snapshot | billed ms, start without one |
      |---|---|--:|--:|--:|--:|--:|
      """;
  private static final String SUMS =
      """

      | a million sign-ups, USD | every call warm | every call first after a snapshot | every call\
       with a start |
      |---|--:|--:|--:|
      """;
  private static final String PRICES =
      """

      A sign-up is six calls; on AWS the time that a function waits for other services is added. Prices: Lambda's\
       list for arm64 in us-east-1, 13.3334 USD for a million GB-seconds and 0.20 for a million\
       calls, as of November 2026: see [AWS's price list](https://aws.amazon.com/lambda/pricing/).\
      """;

  /** Returns whether a sign-up calls the function. */
  public static boolean isPartOfSignUp(String function) {
    return CALLS.containsKey(function);
  }

  /** Returns the tables of calls and prices. */
  public String table() {
    List<FunctionBill> ours = bills("on demand");
    List<FunctionBill> others = bills(GoBaselines.VARIANT);
    StringBuilder text = new StringBuilder(HEAD);
    ours.forEach(bill -> text.append(bill.row()));
    others.forEach(bill -> text.append(bill.row()));
    text.append(SUMS)
        .append(sums("Cognito sends the mail", ours, bill -> !bill.function().equals(LAMBDA_SENDS)))
        .append(sums("Lambda sends it", ours, bill -> !bill.function().equals(COGNITO_SENDS)));
    if (!others.isEmpty()) {
      Predicate<FunctionBill> inBoth =
          bill -> others.stream().anyMatch(one -> one.function().equals(bill.function()));
      text.append(sums("functions that are also written in Go: ours", ours, inBoth))
          .append(sums("the same functions in Go", others, inBoth));
    }
    return text.append(PRICES).append(' ').append(go).append('\n').toString();
  }

  private static String sums(String name, List<FunctionBill> bills, Predicate<FunctionBill> which) {
    List<FunctionBill> chosen = bills.stream().filter(which).toList();
    boolean restored = chosen.stream().allMatch(bill -> bill.restored() != null);
    return "| %s | %s | %s | %s |%n"
        .formatted(
            name,
            sum(chosen, FunctionBill::warm),
            restored ? sum(chosen, bill -> Objects.requireNonNull(bill.restored())) : "none",
            sum(chosen, FunctionBill::cold));
  }

  private static String sum(List<FunctionBill> bills, ToDoubleFunction<FunctionBill> billed) {
    double usd =
        bills.stream()
            .mapToDouble(bill -> bill.pricePerMillionSignUps(billed.applyAsDouble(bill)))
            .sum();
    return String.format(Locale.ROOT, "%.2f", usd);
  }

  private List<FunctionBill> bills(String variant) {
    return lines.stream()
        .filter(line -> isPartOfSignUp(line.subject().function()))
        .filter(line -> line.subject().variant().equals(variant))
        .map(this::bill)
        .toList();
  }

  private FunctionBill bill(Medians line) {
    MeasuredFunction subject = line.subject();
    int memory = subject.memory();
    boolean jvm = subject.start() != Start.PROGRAM;
    // A process that serves a second call is one that was restored, and primed before that.
    Medians deployed = jvm ? primed(subject.function()) : line;
    @Nullable Double restored = jvm ? FunctionBill.billed(deployed.first().cpu(), memory) : null;
    return new FunctionBill(
        subject.function(),
        jvm ? "ours" : subject.variant(),
        CALLS.getOrDefault(subject.function(), 0),
        memory,
        FunctionBill.billed(deployed.warm().cpu(), memory),
        restored,
        FunctionBill.billed(line.startCpu(), memory));
  }

  private Medians primed(String function) {
    return lines.stream()
        .filter(one -> one.subject().function().equals(function))
        .filter(one -> one.subject().start() == Start.SNAPSHOT)
        .findFirst()
        .orElseThrow();
  }
}

package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says what a million sign-ups cost, by AWS's list prices for arm64 in us-east-1.
 *
 * @param go what is to be said of the functions in Go
 */
record Cost(List<Medians> lines, String go) {
  private static final String COGNITO_SENDS = "custom-message";
  private static final String LAMBDA_SENDS = "custom-email-sender";

  /** What one person's way from sign-up to profile calls; one or the other words the mail. */
  private static final Map<String, Integer> CALLS =
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

      A sign-up is six calls; what a function waits for others on AWS comes on top. Prices: Lambda's\
       list for arm64 in us-east-1, 13.3334 USD for a million GB-seconds and 0.20 for a million\
       calls, as the authors knew them in November 2026: check [AWS's own](https://aws.amazon.com/lambda/pricing/).\
      """;

  /** Tells whether a sign-up calls the function. */
  static boolean isOnTheWay(String function) {
    return CALLS.containsKey(function);
  }

  String table() {
    List<Bill> ours = bills("on demand");
    List<Bill> others = bills(GoBaselines.VARIANT);
    StringBuilder text = new StringBuilder(HEAD);
    ours.forEach(bill -> text.append(bill.row()));
    others.forEach(bill -> text.append(bill.row()));
    text.append(SUMS)
        .append(sums("Cognito sends the mail", ours, bill -> !bill.function().equals(LAMBDA_SENDS)))
        .append(sums("Lambda sends it", ours, bill -> !bill.function().equals(COGNITO_SENDS)));
    if (!others.isEmpty()) {
      Predicate<Bill> inBoth =
          bill -> others.stream().anyMatch(one -> one.function().equals(bill.function()));
      text.append(sums("what is also written in Go: ours", ours, inBoth))
          .append(sums("the same in Go", others, inBoth));
    }
    return text.append(PRICES).append(' ').append(go).append('\n').toString();
  }

  private static String sums(String name, List<Bill> bills, Predicate<Bill> which) {
    List<Bill> chosen = bills.stream().filter(which).toList();
    boolean restored = chosen.stream().allMatch(bill -> bill.restored() != null);
    return "| %s | %s | %s | %s |%n"
        .formatted(
            name,
            sum(chosen, Bill::warm),
            restored ? sum(chosen, bill -> Objects.requireNonNull(bill.restored())) : "none",
            sum(chosen, Bill::cold));
  }

  private static String sum(List<Bill> bills, ToDoubleFunction<Bill> billed) {
    double usd = bills.stream().mapToDouble(bill -> bill.million(billed.applyAsDouble(bill))).sum();
    return String.format(Locale.ROOT, "%.2f", usd);
  }

  private List<Bill> bills(String variant) {
    return lines.stream()
        .filter(line -> isOnTheWay(line.subject().function()))
        .filter(line -> line.subject().variant().equals(variant))
        .map(this::bill)
        .toList();
  }

  private Bill bill(Medians line) {
    Subject subject = line.subject();
    int memory = subject.memory();
    boolean jvm = subject.start() != Start.PROGRAM;
    @Nullable Double restored =
        jvm ? Bill.billed(primed(subject.function()).first().cpu(), memory) : null;
    return new Bill(
        subject.function(),
        jvm ? "ours" : subject.variant(),
        CALLS.getOrDefault(subject.function(), 0),
        memory,
        Bill.billed(line.warm().cpu(), memory),
        restored,
        Bill.billed(line.startCpu(), memory));
  }

  private Medians primed(String function) {
    return lines.stream()
        .filter(one -> one.subject().function().equals(function))
        .filter(one -> one.subject().start() == Start.SNAPSHOT)
        .findFirst()
        .orElseThrow();
  }
}

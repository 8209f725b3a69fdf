package dev.gatehouse.benchmarks.rules;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.gatehouse.emailrules.Decision;
import dev.gatehouse.emailrules.EmailRules;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A warm decision on the same addresses in turn: the default rules, every rule that needs no
 * network, and the syntax checks of other libraries.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DecisionBenchmark {
  private static final List<String> ADDRESSES =
      List.of(
          "jane.doe@gmail.com",
          "Jane.Doe+shop@Outlook.com",
          "a-b@yahoo.co.uk",
          "someone.with.a.long.name@mail.department.some-company.com",
          "user@xn--bcher-kva.de",
          "x@a.b.mailinator.com",
          "j\u00f8rgen@email.dk",
          "no address at all");

  private static final Map<String, String> EVERYTHING =
      Map.of(
          "RELAY", "reject",
          "TYPO", "reject",
          "PROVIDER_RULES", "reject",
          "ROLE", "reject",
          "SUBADDRESS", "reject",
          "DENY", "denied.com, *.denied.org, joe@gmail.com",
          "ALLOW", "allowed.com");

  /** A form with an address for the validator that reads annotations. */
  public record Form(@Email String email) {}

  private final EmailRules rules = EmailRules.of(Map.of());
  private final EmailRules everyRule = EmailRules.of(EVERYTHING);
  private final EmailValidator jmail = JMail.strictValidator();
  private final org.apache.commons.validator.routines.EmailValidator commons =
      org.apache.commons.validator.routines.EmailValidator.getInstance();
  private final Validator hibernate =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();
  private int turn;

  private String address() {
    turn = (turn + 1) % ADDRESSES.size();
    return ADDRESSES.get(turn);
  }

  /** Judges by the rules with default settings. */
  @Benchmark
  public Decision defaultRules() {
    return rules.judge("PreSignUp_SignUp", address());
  }

  /** Judges by every rule that needs no network, lists included. */
  @Benchmark
  public Decision everyRuleWithoutNetwork() {
    return everyRule.judge("PreSignUp_SignUp", address());
  }

  /** Checks the syntax with jmail. */
  @Benchmark
  public boolean jmail() {
    return jmail.isValid(address());
  }

  /** Checks the syntax with Apache Commons Validator, which has a list of top-level domains. */
  @Benchmark
  public boolean commonsValidator() {
    return commons.isValid(address());
  }

  /** Checks the syntax with Hibernate Validator. */
  @Benchmark
  public boolean hibernateValidator() {
    return hibernate.validateValue(Form.class, "email", address()).isEmpty();
  }
}

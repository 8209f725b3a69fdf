package dev.gatehouse.pulumi.monitoring;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.domain.DnsValidatedCertificate;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.mail.SesIdentity;
import java.util.List;

/** The parts of the stack that have alarms of their own. */
public record Monitored(
    SignUpUserPool pool,
    SesIdentity identity,
    List<JavaFunction> functions,
    List<DnsValidatedCertificate> certificates) {
  /** Copies the lists. */
  public Monitored {
    functions = List.copyOf(functions);
    certificates = List.copyOf(certificates);
  }
}

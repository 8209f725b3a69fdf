package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_INVALID;
import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_REQUIRED;
import static dev.gatehouse.triggers.emailrules.RefusalCode.EMAIL_UNSUPPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/**
 * Lists the rules on how an address is written: the dot-atom form of RFC 5321, in ASCII.
 *
 * <p>A trigger cannot correct an address, only refuse it, so nothing here trims or folds: what
 * passes is what Cognito stores.
 */
final class Syntax {
  private static final int LOCAL_OCTETS = 64;

  private Syntax() {}

  /** Returns the rules in the order in which they are asked; each may rely on those before it. */
  static List<Rule> rules(int maxOctets) {
    return List.of(
        Syntax::required,
        new Hygiene(),
        address -> length(address, maxOctets),
        Syntax::structure,
        new LocalPart(),
        new DomainPart(),
        Syntax::ascii);
  }

  private static Optional<Decision> required(Address address) {
    return Rule.refuseIf(address.text().isBlank(), EMAIL_REQUIRED);
  }

  private static Optional<Decision> length(Address address, int maxOctets) {
    boolean tooLong =
        address.text().getBytes(UTF_8).length > maxOctets
            || address.local().getBytes(UTF_8).length > LOCAL_OCTETS;
    return Rule.refuseIf(tooLong, EMAIL_INVALID);
  }

  private static Optional<Decision> structure(Address address) {
    boolean onePlusOne =
        !address.local().isEmpty()
            && !address.domain().isEmpty()
            && address.local().indexOf('@') < 0;
    return Rule.refuseIf(!onePlusOne, EMAIL_INVALID);
  }

  /** SES delivers to no other local part, and to no other domain than one written as xn--. */
  private static Optional<Decision> ascii(Address address) {
    String text = address.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return Rule.refuseIf(true, EMAIL_UNSUPPORTED);
      }
    }
    return Optional.empty();
  }
}

package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is the table of which account a mailbox belongs to, where one mailbox may have one account only.
 *
 * @param claims null where it may have many, and there is no table
 */
record Mailboxes(@Nullable KeptTable claims, Map<String, String> rules) {
  static Mailboxes of(StackConfig config) {
    return new Mailboxes(
        config.emailRules().oneAccountPerMailbox()
            ? KeptTable.of(config, "mailboxes", "mailbox")
            : null,
        config.emailRules().variables());
  }

  boolean areClaimed() {
    return claims != null;
  }

  /** Returns what a function has to know to tell whose mailbox an address is. */
  Map<String, Output<String>> variables() {
    return claims == null
        ? Map.of()
        : Map.of(
            "MAILBOXES_TABLE", claims.name(),
            "EMAIL_SUBADDRESS", rule("EMAIL_SUBADDRESS"),
            "EMAIL_SEPARATORS", rule("EMAIL_SEPARATORS"));
  }

  /** Returns the right to do these things to a claim, none where there are no claims. */
  List<JavaFunction.Grant> grant(String... actions) {
    return claims == null ? List.of() : List.of(claims.grant(actions));
  }

  private Output<String> rule(String name) {
    return Output.of(rules.getOrDefault(name, ""));
  }
}

package dev.gatehouse.pulumi.data;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/**
 * The table that maps each mailbox to its account. Every stack has it, so that the claims outlive a
 * change of the setting; an empty table costs nothing.
 *
 * @param used whether a mailbox may have one account only
 */
public record MailboxesTable(ProtectedTable table, boolean used) {
  static MailboxesTable of(StackConfig config) {
    return new MailboxesTable(
        ProtectedTable.of(config, "mailboxes", "mailbox"),
        config.emailRules().oneAccountPerMailbox());
  }

  /** Returns the variables of a function that claims or looks up mailboxes. */
  public Map<String, Output<String>> variables() {
    return used
        ? Map.of(
            "MAILBOXES_TABLE", table.name(), "EMAIL_ONE_ACCOUNT_PER_MAILBOX", Output.of("true"))
        : Map.of();
  }

  /** Returns the name, for a function that erases users: claims outlive the setting. */
  public Output<String> name() {
    return table.name();
  }

  /** Returns a policy that allows these actions on the table, used or not. */
  public InlinePolicy erasurePolicy(String... actions) {
    return table.policy(actions);
  }

  /** Returns a policy that allows these actions on the table, or none if it is not used. */
  public List<InlinePolicy> policy(String... actions) {
    return used ? List.of(table.policy(actions)) : List.of();
  }
}

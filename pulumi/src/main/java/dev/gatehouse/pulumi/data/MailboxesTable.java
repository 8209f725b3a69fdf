package dev.gatehouse.pulumi.data;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that maps each mailbox to its account, for stacks with one account per mailbox.
 *
 * @param table null if a mailbox may have several accounts
 */
public record MailboxesTable(@Nullable ProtectedTable table) {
  static MailboxesTable of(StackConfig config) {
    return new MailboxesTable(
        config.emailRules().oneAccountPerMailbox()
            ? ProtectedTable.of(config, "mailboxes", "mailbox")
            : null);
  }

  /** Returns whether the stack has the table. */
  public boolean exists() {
    return table != null;
  }

  /** Returns the variables of a function that claims or looks up mailboxes. */
  public Map<String, Output<String>> variables() {
    return table == null
        ? Map.of()
        : Map.of(
            "MAILBOXES_TABLE", table.name(), "EMAIL_ONE_ACCOUNT_PER_MAILBOX", Output.of("true"));
  }

  /** Returns a policy that allows these actions on the table, or none without the table. */
  public List<InlinePolicy> policy(String... actions) {
    return table == null ? List.of() : List.of(table.policy(actions));
  }
}

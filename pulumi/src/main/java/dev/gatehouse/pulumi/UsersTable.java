package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the table with one row for every confirmed user, keyed by {@code sub}. */
record UsersTable(KeptTable rows) {
  static UsersTable of(StackConfig config) {
    return new UsersTable(KeptTable.of(config, "users", "sub"));
  }

  /** Returns the right to do these things to a row, for the role of a function. */
  JavaFunction.Grant grant(String... actions) {
    return rows.grant(actions);
  }

  Output<String> name() {
    return rows.name();
  }
}

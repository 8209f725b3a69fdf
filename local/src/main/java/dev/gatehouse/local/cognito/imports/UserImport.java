package dev.gatehouse.local.cognito.imports;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.imports.UserImportJob.Outcome;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.requests.UserCreation;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The creation of users from a file. They are RESET_REQUIRED and have no password; no trigger is
 * invoked.
 */
record UserImport(UserPool pool, ImportQuota quota, Clock clock) {

  /** Creates the users of a file. */
  Outcome run(byte[] file) {
    if (file.length > quota.bytes()) {
      return failed("The file is larger than " + quota.bytes() + " bytes.");
    }
    List<String> lines =
        new String(file, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    @Nullable String problem = problem(lines);
    return problem == null
        ? create(CsvRow.of(lines.getFirst()).values(), lines.subList(1, lines.size()))
        : failed(problem);
  }

  private @Nullable String problem(List<String> lines) {
    if (lines.isEmpty()) {
      return "The file has no header row.";
    }
    if (lines.size() - 1 > quota.users()) {
      return "The file has more than " + quota.users() + " users.";
    }
    if (lines.stream().anyMatch(line -> line.length() > quota.rowCharacters())) {
      return "A row has more than " + quota.rowCharacters() + " characters.";
    }
    List<String> columns = CsvRow.of(lines.getFirst()).values();
    return new TreeSet<>(columns).equals(new TreeSet<>(CsvHeader.of(pool)))
        ? null
        : "The header row must have the columns that GetCSVHeader returns.";
  }

  private Outcome failed(String message) {
    return new Outcome(false, 0, 0, 0, message, clock.instant());
  }

  private Outcome create(List<String> columns, List<String> rows) {
    long imported = 0;
    long skipped = 0;
    long failed = 0;
    for (String row : rows) {
      try {
        add(columns, CsvRow.of(row));
        imported++;
      } catch (AwsException refused) {
        if (refused.type().equals("UsernameExistsException")) {
          skipped++;
        } else {
          failed++;
        }
      }
    }
    boolean succeeded = imported > 0 || failed == 0;
    String message =
        succeeded
            ? "Import Job Completed Successfully."
            : "Too many users have failed or been skipped during the import.";
    return new Outcome(succeeded, imported, skipped, failed, message, clock.instant());
  }

  private void add(List<String> columns, CsvRow row) {
    if (row.values().size() != columns.size()) {
      throw CognitoErrors.invalidParameter("The row has not one value for each column.");
    }
    Map<String, String> attributes = new LinkedHashMap<>(row.by(columns));
    @Nullable String username = attributes.remove(CsvHeader.USERNAME);
    @Nullable String mfa = attributes.remove(CsvHeader.MFA_ENABLED);
    if (username == null || mfa == null || !mfa.matches("(?i)true|false")) {
      throw CognitoErrors.invalidParameter("The row has no user name or no cognito:mfa_enabled.");
    }
    // The reset of the password needs a code, which goes to a verified address.
    if (!"true".equalsIgnoreCase(attributes.get("email_verified"))) {
      throw CognitoErrors.invalidParameter("email_verified must be true.");
    }
    attributes.put("email_verified", "true");
    Candidate candidate = UserCreation.candidate(pool, username, attributes, Map.of());
    pool.settings().attributes().check(candidate.attributes());
    Instant now = clock.instant();
    PoolUser user = UserCreation.create(pool, candidate, UserStatus.RESET_REQUIRED, now);
    pool.users().add(user, UserCreation.usernameExists(pool, "User already exists"));
  }
}

package dev.gatehouse.integrationtests.limits;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table in docs/scale.md about what a client gets at a limit.
 *
 * @param fault the fault that stands for the limit, JSON
 * @param request the request that meets it
 * @param answer what the client gets
 * @param next the request that the client sends afterwards, empty if there is none to send
 * @param nextAnswer what the client gets then
 */
public record DocumentedLimit(
    String limit,
    String fault,
    String request,
    DocumentedAnswer answer,
    String next,
    DocumentedAnswer nextAnswer) {
  private static final String HEADING = "## Each limit on the emulator\n";
  private static final String EMAIL_SENDER_HEADING = "## Limits of CustomEmailSender\n";
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (?<limit>[^|]+) \\| `(?<fault>\\{.+?})` \\| `(?<request>[^`]+)`"
              + " \\| (?<answer>[^|]+) \\| (?:`(?<next>[^`]+)`: (?<then>[^|]+)|nothing) \\|$");

  /**
   * The answer to a request.
   *
   * @param code the code of the problem, or the type of an error of AWS; empty if there is none
   * @param retryAfter the header {@code Retry-After}, empty if there is none
   */
  public record DocumentedAnswer(int status, String code, String retryAfter) {
    private static final Pattern TEXT =
        Pattern.compile("(\\d{3})(?: `(\\w+)`)?(?:, `Retry-After: (\\d+)`)?");

    static DocumentedAnswer parse(String text) {
      Matcher parts = TEXT.matcher(text);
      if (!parts.matches()) {
        throw new AssertionError("no status, code and Retry-After: " + text);
      }
      return new DocumentedAnswer(Integer.parseInt(parts.group(1)), text(parts, 2), text(parts, 3));
    }

    private static String text(Matcher parts, int group) {
      return parts.group(group) == null ? "" : parts.group(group);
    }
  }

  /** Returns the rows of the table; fails if a line of it cannot be read. */
  static List<DocumentedLimit> all() throws IOException {
    return below(HEADING);
  }

  /** Returns the rows about mails that CustomEmailSender sends. */
  public static List<DocumentedLimit> ofEmailSender() throws IOException {
    return below(EMAIL_SENDER_HEADING);
  }

  private static List<DocumentedLimit> below(String heading) throws IOException {
    String document = Files.readString(Repository.ROOT.resolve("docs/scale.md"));
    String section = document.substring(document.indexOf(heading) + heading.length());
    String table = section.split("\n## ", 2)[0];
    List<DocumentedLimit> rows =
        ROW.matcher(table).results().map(row -> of(ROW.matcher(row.group()))).toList();
    long lines = table.lines().filter(line -> line.startsWith("|")).count();
    if (rows.size() != lines - 2) {
      throw new AssertionError(rows.size() + " rows of " + (lines - 2) + " can be read");
    }
    return rows;
  }

  private static DocumentedLimit of(Matcher row) {
    if (!row.find()) {
      throw new AssertionError("a row matches once only");
    }
    String next = row.group("next");
    return new DocumentedLimit(
        row.group("limit"),
        row.group("fault"),
        row.group("request"),
        DocumentedAnswer.parse(row.group("answer")),
        next == null ? "" : next,
        DocumentedAnswer.parse(next == null ? "200" : row.group("then")));
  }

  @Override
  public String toString() {
    return "%s at %s, %s".formatted(request, limit, fault);
  }
}

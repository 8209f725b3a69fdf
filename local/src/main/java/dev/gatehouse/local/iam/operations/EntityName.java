package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** The checked parameters of what a client creates. */
final class EntityName {

  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
  private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
  private static final int SHORTEST_SESSION = 3600;
  private static final int LONGEST_SESSION = 43_200;

  private EntityName() {}

  /** Returns the name in a parameter; throws {@link QueryError} if it is malformed. */
  static String required(QueryRequest request, String parameter, int longest) {
    String name = request.required(parameter);
    String member = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
    if (name.length() > longest) {
      throw invalid(
          "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must have length less than or equal to %s"
              .formatted(member, longest));
    }
    if (!NAME.matcher(name).matches()) {
      throw invalid(
          "The specified value for %s is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"
              .formatted(member));
    }
    return name;
  }

  /** Returns the ARN of something of this kind below the path of the request. */
  static String arn(String kind, QueryRequest request, String name) {
    String path = request.optional("Path").orElse("/");
    if (!PATH.matcher(path).matches()) {
      throw invalid(
          "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }
    return "arn:aws:iam::000000000000:" + kind + path + name;
  }

  /** Returns the longest session of a role in seconds. */
  static int seconds(QueryRequest request) {
    String text = request.optional("MaxSessionDuration").orElse(String.valueOf(SHORTEST_SESSION));
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= SHORTEST_SESSION && seconds <= LONGEST_SESSION) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw invalid(
        "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must be between %s and %s"
            .formatted(SHORTEST_SESSION, LONGEST_SESSION));
  }

  private static QueryError invalid(String message) {
    return new QueryError("ValidationError", message);
  }
}

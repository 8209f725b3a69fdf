package dev.gatehouse.local.awsquery;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A request in the AWS Query protocol: form parameters, one of which names the {@code Action}.
 *
 * @param parameters every value of each parameter
 */
public record QueryRequest(Map<String, List<String>> parameters) {

  /** Reads the parameters of the form and of the query string; throws {@link QueryError}. */
  public static QueryRequest of(Request request) {
    try {
      Map<String, List<String>> parameters = new LinkedHashMap<>(request.query());
      parameters.putAll(UrlEncoded.decode(request.text()));
      return new QueryRequest(parameters);
    } catch (IllegalArgumentException e) {
      throw new QueryError("MalformedQueryString", "The request body is not a well-formed form");
    }
  }

  /** Returns the name of the operation; throws {@link QueryError} if there is none. */
  public String action() {
    return optional("Action")
        .orElseThrow(() -> new QueryError("MissingAction", "The request names no Action"));
  }

  /** Returns the first value of this parameter. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(parameters.get(name)).map(List::getFirst);
  }

  /** Returns the first value of this parameter; throws {@link QueryError} if there is none. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new QueryError(
                    "ValidationError",
                    "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(memberPath(name))));
  }

  /** Returns the values of {@code <name>.member.1}, {@code <name>.member.2} and so on. */
  public List<String> members(String name) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> optional(name + ".member." + i))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /** AWS writes {@code Message.Subject.Data} as {@code message.subject.data} in errors. */
  private static String memberPath(String name) {
    StringBuilder path = new StringBuilder();
    for (String part : name.split("\\.", -1)) {
      path.append(path.isEmpty() ? "" : ".")
          .append(part.substring(0, 1).toLowerCase(Locale.ROOT))
          .append(part.substring(1));
    }
    return path.toString();
  }
}

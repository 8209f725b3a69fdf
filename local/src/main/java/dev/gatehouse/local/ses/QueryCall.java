package dev.gatehouse.local.ses;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Is one call in the Query protocol: a posted form whose field {@code Action} names what to do. */
record QueryCall(Map<String, List<String>> fields) {

  /** Reads the fields of the form and those of the query string. */
  static QueryCall of(Request request) {
    try {
      Map<String, List<String>> fields = new LinkedHashMap<>(request.query());
      fields.putAll(UrlEncoded.decode(request.text()));
      return new QueryCall(fields);
    } catch (IllegalArgumentException e) {
      throw new QueryRefused("MalformedQueryString", "The request is not a form as it should be");
    }
  }

  String action() {
    return optional("Action")
        .orElseThrow(() -> new QueryRefused("MissingAction", "The request names no Action"));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst);
  }

  String required(String name) {
    return optional(name)
        .orElseThrow(() ->
            new QueryRefused(
                "ValidationError",
                "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must not be null"
                    .formatted(memberPath(name))));
  }

  /** Returns the values of {@code <name>.member.1}, {@code <name>.member.2} and so on. */
  List<String> members(String name) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> optional(name + ".member." + i))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /** SES spells {@code Message.Subject.Data} as {@code message.subject.data}. */
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

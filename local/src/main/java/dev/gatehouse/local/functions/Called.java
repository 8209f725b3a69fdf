package dev.gatehouse.local.functions;

import dev.gatehouse.local.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Is the version that a request to Lambda's API is about, and the name it was called by. */
record Called(LambdaVersion version, FunctionName name) {

  /** Returns what the path and the query name; throws if there is no such function. */
  static Called in(Request request, String segment, Catalogue catalogue) throws LambdaError {
    FunctionName given = name(segment);
    Optional<String> qualifier = request.parameter("Qualifier");
    if (given.qualifier() != null
        && qualifier.filter(q -> !q.equals(given.qualifier())).isPresent()) {
      throw LambdaError.invalidParameter(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    FunctionName name = qualifier.map(given::at).orElse(given);
    LambdaVersion version = catalogue.find(name).orElseThrow(() -> LambdaError.notFound(name));
    return new Called(version, name);
  }

  /** Returns the ARN that the function is told it was invoked by. */
  String arn() {
    String arn = version.function().arn();
    return name.qualifier() == null ? arn : arn + ":" + name.qualifier();
  }

  private static FunctionName name(String segment) throws LambdaError {
    try {
      // Only in a form does a plus stand for a space.
      String text = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
      return FunctionName.parse(text).orElseThrow(() -> noName(segment));
    } catch (IllegalArgumentException e) {
      throw noName(segment);
    }
  }

  private static LambdaError noName(String segment) {
    return LambdaError.invalidParameter("No function has the name " + segment);
  }
}

package dev.gatehouse.local.lambda.requests;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The version of a function that a request names, with the name that the client used. */
public record InvocationTarget(LambdaVersion version, FunctionName name) {

  private static final String REGION = "us-east-1";

  /** Returns the version in the path and the query; throws {@link AwsException} if not found. */
  static InvocationTarget of(Request request, String segment, FunctionRegistry registry) {
    FunctionName given = name(segment);
    Optional<String> qualifier = request.parameter("Qualifier");
    if (given.qualifier() != null
        && qualifier.filter(q -> !q.equals(given.qualifier())).isPresent()) {
      throw LambdaErrors.invalidParameter(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    if (given.region() != null && !given.region().equals(REGION)) {
      throw LambdaErrors.notFound(
          "Functions from '%s' are not reachable in this region ('%s')"
              .formatted(given.region(), REGION));
    }
    FunctionName name = qualifier.map(given::qualifiedBy).orElse(given);
    LambdaVersion version =
        registry.find(name).orElseThrow(() -> LambdaErrors.functionNotFound(name));
    return new InvocationTarget(version, name);
  }

  /** Returns the ARN that the function sees as its invoked ARN. */
  public String invokedArn() {
    String arn = version.function().arn();
    return name.qualifier() == null ? arn : arn + ":" + name.qualifier();
  }

  private static FunctionName name(String segment) {
    try {
      // A plus means a space only in forms.
      String text = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
      return FunctionName.parse(text).orElseThrow(() -> invalidName(segment));
    } catch (IllegalArgumentException e) {
      throw invalidName(segment);
    }
  }

  private static AwsException invalidName(String segment) {
    return LambdaErrors.invalidParameter("No function has the name " + segment);
  }
}

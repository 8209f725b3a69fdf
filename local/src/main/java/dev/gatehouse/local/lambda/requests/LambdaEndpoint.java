package dev.gatehouse.local.lambda.requests;

import dev.gatehouse.local.http.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP method and the path of an operation of Lambda's API. */
public record LambdaEndpoint(String method, Pattern path) {

  /** The prefix of every path, which AWS calls the API version. */
  private static final String VERSION = "/2015-03-31";

  /** Creates an endpoint; the path may contain {@code {FunctionName}} and one more parameter. */
  public static LambdaEndpoint of(String method, String path) {
    String pattern = VERSION + path.replaceAll("\\{\\w+}", "([^/]+)") + "/?";
    return new LambdaEndpoint(method, Pattern.compile(pattern));
  }

  /** Returns the request to this operation, or an empty Optional if it is another's. */
  public Optional<LambdaRequest> match(Request request) {
    Matcher match = path.matcher(request.path());
    return request.method().equals(method) && match.matches()
        ? Optional.of(new LambdaRequest(request, group(match, 1), group(match, 2)))
        : Optional.empty();
  }

  private static String group(Matcher match, int number) {
    return match.groupCount() < number ? "" : match.group(number);
  }
}

package dev.gatehouse.local.iam.requests;

import dev.gatehouse.local.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The actions of Lambda's operations, by method and path. */
final class LambdaActions {

  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions(?:/([^/]+)(?:/([^/]+)(?:/[^/]+)?)?)?/?");

  private static final Map<String, String> ACTIONS =
      Map.of(
          "POST invocations", "InvokeFunction",
          "POST policy", "AddPermission",
          "DELETE policy", "RemovePermission",
          "GET policy", "GetPolicy",
          "GET aliases", "GetAlias",
          "GET configuration", "GetFunctionConfiguration");

  private LambdaActions() {}

  static List<AwsAction> of(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return List.of();
    }
    if (path.group(1) == null) {
      return List.of(new AwsAction("lambda:ListFunctions", "*"));
    }
    String part = path.group(2) == null ? "" : path.group(2);
    String action = ACTIONS.getOrDefault(request.method() + " " + part, "GetFunction");
    return List.of(new AwsAction("lambda:" + action, arn(path.group(1), request)));
  }

  /** Returns the ARN of a function that is given by name or by ARN, with its qualifier. */
  private static String arn(String encoded, Request request) {
    String name = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    String arn =
        name.startsWith("arn:") ? name : AwsAction.arnPrefix("lambda") + "function:" + name;
    return request.parameter("Qualifier").map(it -> arn + ":" + it).orElse(arn);
  }
}

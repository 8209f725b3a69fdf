package dev.gatehouse.pulumi;

import com.pulumi.aws.apigateway.Response;
import com.pulumi.aws.apigateway.ResponseArgs;
import com.pulumi.aws.apigateway.RestApi;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Are the answers that API Gateway gives by itself, so that every error has the API's shape. */
record GatewayResponses(List<Resource> declared, List<Output<String>> fingerprint) {

  /**
   * Declares them all.
   *
   * @param corsOrigins which origins a browser may read them from
   */
  static GatewayResponses of(RestApi api, List<String> corsOrigins, CustomResourceOptions inside) {
    List<Resource> declared = new ArrayList<>();
    List<Output<String>> fingerprint = new ArrayList<>();
    for (GatewayProblem problem : GatewayProblem.values()) {
      Map<String, String> headers = headers(problem, corsOrigins);
      declared.add(
          new Response(
              "answer-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              ResponseArgs.builder()
                  .restApiId(api.id())
                  .responseType(problem.name())
                  .statusCode(problem.status())
                  // The name of the template is what is asked for; what it is says the header.
                  .responseTemplates(Map.of("application/json", problem.body()))
                  .responseParameters(headers)
                  .build(),
              inside));
      fingerprint.add(Output.of(problem.name() + problem.body() + headers));
    }
    return new GatewayResponses(declared, fingerprint);
  }

  private static Map<String, String> headers(GatewayProblem problem, List<String> corsOrigins) {
    Map<String, String> headers = new TreeMap<>(problem.headers());
    if (!corsOrigins.isEmpty()) {
      headers.put("gatewayresponse.header.Access-Control-Allow-Origin", origin(corsOrigins));
      headers.put("gatewayresponse.header.Vary", "'Origin'");
    }
    return headers;
  }

  /**
   * One origin is said as it is. Of several, API Gateway cannot choose: it repeats the one that
   * asks, and what it lets be read is an error without anything of anybody in it.
   */
  private static String origin(List<String> corsOrigins) {
    return corsOrigins.size() == 1
        ? "'" + corsOrigins.get(0) + "'"
        : "method.request.header.Origin";
  }
}

package dev.gatehouse.pulumi.api;

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

/** The responses that API Gateway generates itself, in the API's format for errors. */
record GatewayResponses(List<Resource> declared, List<Output<String>> fingerprint) {

  /**
   * Declares all responses.
   *
   * @param corsOrigins the origins that may read the responses in a browser
   */
  static GatewayResponses of(RestApi api, List<String> corsOrigins, CustomResourceOptions options) {
    List<Resource> declared = new ArrayList<>();
    List<Output<String>> fingerprint = new ArrayList<>();
    for (GatewayResponseType type : GatewayResponseType.values()) {
      Map<String, String> headers = headers(type, corsOrigins);
      declared.add(
          new Response(
              "response-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              ResponseArgs.builder()
                  .restApiId(api.id())
                  .responseType(type.name())
                  .statusCode(type.status())
                  // API Gateway selects a template by this name; the header has the real type.
                  .responseTemplates(Map.of("application/json", type.body()))
                  .responseParameters(headers)
                  .build(),
              options));
      fingerprint.add(Output.of(type.name() + type.body() + headers));
    }
    return new GatewayResponses(declared, fingerprint);
  }

  private static Map<String, String> headers(GatewayResponseType type, List<String> corsOrigins) {
    Map<String, String> headers = new TreeMap<>(type.headers());
    if (!corsOrigins.isEmpty()) {
      headers.put("gatewayresponse.header.Access-Control-Allow-Origin", origin(corsOrigins));
      headers.put("gatewayresponse.header.Vary", "'Origin'");
    }
    return headers;
  }

  /**
   * Returns the origin if there is one. API Gateway cannot choose among several, nor among the
   * ports of a host, so it echoes the origin of the request; the responses contain no data of a
   * user.
   */
  static String origin(List<String> corsOrigins) {
    return corsOrigins.size() == 1 && !corsOrigins.get(0).endsWith(":*")
        ? "'" + corsOrigins.get(0) + "'"
        : "method.request.header.Origin";
  }
}

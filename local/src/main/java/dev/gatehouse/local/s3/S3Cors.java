package dev.gatehouse.local.s3;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.s3.buckets.Bucket;
import dev.gatehouse.local.s3.buckets.CorsRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a bucket's rules let pages of other origins do. */
record S3Cors(Bucket bucket) {

  /** Returns the response to a preflight; throws {@link S3Exception} if no rule allows it. */
  Response preflight(Request request) {
    String origin =
        request
            .header("Origin")
            .orElseThrow(
                () ->
                    new S3Exception(
                        400,
                        "BadRequest",
                        "Insufficient information. Origin request header needed."));
    String method = request.header("Access-Control-Request-Method").orElse("");
    List<String> asked = names(request.header("Access-Control-Request-Headers").orElse(""));
    CorsRule rule =
        rule(origin, method, asked)
            .orElseThrow(
                () ->
                    new S3Exception(
                        403,
                        "AccessForbidden",
                        bucket.corsRules().isEmpty()
                            ? "CORSResponse: CORS is not enabled for this bucket."
                            : "CORSResponse: This CORS request is not allowed. This is usually"
                                + " because the evaluation of Origin, request method /"
                                + " Access-Control-Request-Method or"
                                + " Access-Control-Request-Headers are not whitelisted by the"
                                + " resource's CORS spec.",
                        Map.of("Method", method, "ResourceType", "OBJECT")));
    Response response = allowed(new Response(200, Map.of(), new byte[0]), rule, origin);
    return asked.isEmpty()
        ? response
        : response.with("Access-Control-Allow-Headers", String.join(", ", asked));
  }

  /** Returns a response with what lets the page read it, if a rule does. */
  Response apply(Request request, Response response) {
    Optional<String> origin = request.header("Origin");
    return origin
        .flatMap(from -> rule(from, request.method(), List.of()))
        .map(rule -> allowed(response, rule, origin.orElseThrow()))
        .orElse(response);
  }

  private Optional<CorsRule> rule(String origin, String method, List<String> asked) {
    return bucket.corsRules().stream()
        .filter(rule -> rule.allows(origin, method, asked))
        .findFirst();
  }

  private static Response allowed(Response response, CorsRule rule, String origin) {
    Response with =
        response
            .with("Access-Control-Allow-Origin", rule.isForAny() ? "*" : origin)
            .with("Access-Control-Allow-Methods", String.join(", ", rule.methods()))
            .with("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    if (!rule.exposed().isEmpty()) {
      with = with.with("Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
    }
    return rule.maxAge().isPresent()
        ? with.with("Access-Control-Max-Age", Integer.toString(rule.maxAge().getAsInt()))
        : with;
  }

  private static List<String> names(String header) {
    return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}

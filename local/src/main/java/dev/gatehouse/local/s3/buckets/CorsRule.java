package dev.gatehouse.local.s3.buckets;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A rule of a bucket about which pages may send what.
 *
 * @param origins origins, with at most one {@code *} each
 * @param headers names of request headers in lower case, with at most one {@code *} each
 * @param exposed the response headers that pages may read
 */
public record CorsRule(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    OptionalInt maxAge) {

  private static final String TYPE = "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2";

  /** Returns the rules of a bucket, in their order. */
  static List<CorsRule> of(Plan plan, String bucket) {
    List<CorsRule> rules = new ArrayList<>();
    for (Resource configuration : plan.ofType(TYPE)) {
      if (configuration.input("bucket").equals(bucket)
          && configuration.inputs().get("corsRules") instanceof JsonArray all) {
        all.forEach(rule -> rules.add(of(rule.getAsJsonObject())));
      }
    }
    return List.copyOf(rules);
  }

  private static CorsRule of(JsonObject rule) {
    return new CorsRule(
        texts(rule, "allowedOrigins"),
        texts(rule, "allowedMethods"),
        texts(rule, "allowedHeaders").stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        texts(rule, "exposeHeaders"),
        rule.has("maxAgeSeconds")
            ? OptionalInt.of((int) rule.get("maxAgeSeconds").getAsDouble())
            : OptionalInt.empty());
  }

  private static List<String> texts(JsonObject rule, String member) {
    return rule.get(member) instanceof JsonArray all
        ? all.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  /** Returns whether pages of an origin may send a method with these headers, in lower case. */
  public boolean allows(String origin, String method, List<String> asked) {
    return origins.stream().anyMatch(allowed -> matches(allowed, origin))
        && methods.contains(method)
        && asked.stream()
            .allMatch(name -> headers.stream().anyMatch(allowed -> matches(allowed, name)));
  }

  /** Returns whether the response names any origin instead of the page's. */
  public boolean isForAny() {
    return origins.contains("*");
  }

  private static boolean matches(String allowed, String text) {
    return Pattern.matches(Pattern.quote(allowed).replace("*", "\\E.*\\Q"), text);
  }
}

package dev.gatehouse.api.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The document docs/openapi.yaml, which validates requests and responses. */
public final class OpenApiDocument {
  /** The document. */
  public static final OpenApiDocument DOCUMENT =
      new OpenApiDocument(Path.of("../docs/openapi.yaml"));

  private final OpenAPI api;
  private final OpenApiInteractionValidator validator;

  private OpenApiDocument(Path file) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult parsed =
        new OpenAPIParser().readLocation(file.toUri().toString(), List.of(), options);
    assertThat(parsed.getMessages()).as("errors of the document").isEmpty();
    api = parsed.getOpenAPI();
    validator =
        OpenApiInteractionValidator.createForSpecificationUrl(file.toUri().toString())
            .withResolveCombinators(true)
            .build();
  }

  /** Validates a response, and the request too if it was accepted as JSON. */
  public void check(ApiRequest event, ApiResponse response) {
    if (event.method().equals("HEAD")) {
      // The document describes GET, and that HEAD is wherever GET is.
      assertThat(response.text()).isEmpty();
      return;
    }
    if (!describes(event)) {
      assertThat(response.status()).isIn(404, 405);
      assertThat(response.json().keySet())
          .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
      assertThat(codes()).contains(response.code());
      return;
    }
    ValidationReport report =
        validator.validateResponse(
            event.path(), Method.valueOf(event.method()), simpleResponse(response));
    if (response.status() < 300 && "application/json".equals(event.headers().get("Content-Type"))) {
      report = report.merge(validator.validateRequest(request(event)));
    }
    assertThat(report.getMessages()).as(response.toString()).isEmpty();
  }

  /** Returns each described method and path. */
  public Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .keySet()
                    .forEach(method -> routes.add(method + " " + path)));
    return routes;
  }

  /** Returns every enumerated code. */
  public List<String> codes() {
    Schema<?> problem = schema("Problem");
    Schema<?> code = requireNonNull(problem.getProperties().get("code"));
    return code.getEnum().stream().map(String::valueOf).toList();
  }

  /** Returns the members of the body of a route, in the order of the document. */
  public List<String> bodyFields(String method, String path) {
    RequestBody body =
        requireNonNull(api.getPaths().get(path))
            .readOperationsMap()
            .get(PathItem.HttpMethod.valueOf(method))
            .getRequestBody();
    if (body == null) {
      return List.of();
    }
    Schema<?> schema = resolved(body.getContent().get("application/json").getSchema());
    assertThat(schema.getAdditionalProperties()).as("additionalProperties").isEqualTo(false);
    return List.copyOf(schema.getProperties().keySet());
  }

  /** Returns whether the document allows a text for a field of a schema of request bodies. */
  public boolean allows(String schema, String field, String text) {
    Schema<?> described = requireNonNull(schema(schema).getProperties().get(field));
    int length = text.codePointCount(0, text.length());
    return length >= described.getMinLength()
        && length <= described.getMaxLength()
        && Pattern.compile(atTheEnd(described.getPattern())).matcher(text).find();
  }

  /** Returns a pattern of ECMAScript in Java's words, where $ is also before a last line break. */
  private static String atTheEnd(String pattern) {
    return pattern.replaceAll("\\$(?=\\||$)", "\\\\z");
  }

  /** Returns the request headers of a route that a page needs a preflight for. */
  public Set<String> requestHeaders(String method, String path) {
    Operation operation =
        requireNonNull(api.getPaths().get(path))
            .readOperationsMap()
            .get(PathItem.HttpMethod.valueOf(method));
    Set<String> headers = new TreeSet<>();
    List<SecurityRequirement> security = operation.getSecurity();
    if (security != null && !security.isEmpty()) {
      headers.add("Authorization");
    }
    if (operation.getRequestBody() != null) {
      headers.add("Content-Type");
    }
    List<Parameter> parameters = operation.getParameters();
    if (parameters != null) {
      parameters.stream()
          .filter(parameter -> "header".equals(parameter.getIn()))
          .forEach(parameter -> headers.add(parameter.getName()));
    }
    return headers;
  }

  /** Returns the members of a profile, in the order of the document. */
  public List<String> profileAttributes() {
    Schema<?> profile = resolved(schema("ProfileOfUser").getProperties().get("profile"));
    return List.copyOf(profile.getProperties().keySet());
  }

  private Schema<?> resolved(Schema<?> schema) {
    String reference = schema.get$ref();
    return reference == null ? schema : schema(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private Schema<?> schema(String name) {
    return requireNonNull(api.getComponents().getSchemas().get(name), name);
  }

  private boolean describes(ApiRequest event) {
    return routes().contains(event.method() + " " + event.path());
  }

  private static SimpleResponse simpleResponse(ApiResponse response) {
    SimpleResponse.Builder builder =
        SimpleResponse.Builder.status(response.status()).withBody(response.text());
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      builder.withHeader(header.getKey(), header.getValue());
    }
    return builder.build();
  }

  private static SimpleRequest request(ApiRequest event) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(event.method(), event.path());
    event.headers().forEach((name, value) -> request.withHeader(name, List.of(value)));
    if (event.content().body() != null) {
      request.withBody(event.content().body());
    }
    return request.build();
  }
}

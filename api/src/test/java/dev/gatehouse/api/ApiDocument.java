package dev.gatehouse.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers to docs/openapi.yaml. */
final class ApiDocument {
  static final ApiDocument DOCUMENT = new ApiDocument(Path.of("../docs/openapi.yaml"));

  private final OpenAPI api;
  private final OpenApiInteractionValidator validator;

  private ApiDocument(Path file) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult parsed =
        new OpenAPIParser().readLocation(file.toUri().toString(), List.of(), options);
    assertThat(parsed.getMessages()).as("what is wrong with the document").isEmpty();
    api = parsed.getOpenAPI();
    validator =
        OpenApiInteractionValidator.createForSpecificationUrl(file.toUri().toString())
            .withResolveCombinators(true)
            .build();
  }

  /** Checks the answer, and the request too where it was taken as JSON. */
  void check(Event event, Answer answer) {
    if (!describes(event)) {
      assertThat(answer.status()).isIn(404, 405);
      assertThat(answer.json().keySet())
          .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
      assertThat(codes()).contains(answer.code());
      return;
    }
    ValidationReport report =
        validator.validateResponse(event.path(), Method.valueOf(event.method()), response(answer));
    if (answer.status() < 300 && "application/json".equals(event.headers().get("Content-Type"))) {
      report = report.merge(validator.validateRequest(request(event)));
    }
    assertThat(report.getMessages()).as(answer.toString()).isEmpty();
  }

  /** Returns each method and path that the document describes. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    api.getPaths()
        .forEach((path, item) ->
            item.readOperationsMap().keySet().forEach(method -> routes.add(method + " " + path)));
    return routes;
  }

  /** Returns every code that the document enumerates. */
  List<String> codes() {
    Schema<?> problem = requireNonNull(api.getComponents().getSchemas().get("Problem"));
    Schema<?> code = requireNonNull(problem.getProperties().get("code"));
    return code.getEnum().stream().map(String::valueOf).toList();
  }

  private boolean describes(Event event) {
    return routes().contains(event.method() + " " + event.path());
  }

  private static SimpleResponse response(Answer answer) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(answer.status()).withBody(answer.text());
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      response.withHeader(header.getKey(), header.getValue());
    }
    return response.build();
  }

  private static SimpleRequest request(Event event) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(event.method(), event.path());
    event.headers().forEach((name, value) -> request.withHeader(name, List.of(value)));
    if (event.content().body() != null) {
      request.withBody(event.content().body());
    }
    return request.build();
  }
}

package dev.gatehouse.local.apigateway.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiResourcesTest {

  private final ApiResources routes =
      new ApiResources(
          Stream.of(
                  "/",
                  "/{proxy+}",
                  "/user",
                  "/user/{proxy+}",
                  "/user/profile",
                  "/item/{id}",
                  "/item/{id}/parts")
              .map(path -> ApiResource.of(path, path, Map.of()))
              .toList());

  @ParameterizedTest
  @CsvSource({
    "/, /, {}",
    "/app, /{proxy+}, {proxy=app}",
    "/app/health, /{proxy+}, {proxy=app/health}",
    "/user, /user, {}",
    "/user/, /user, {}",
    "/user/validate, /user/{proxy+}, {proxy=validate}",
    "/user/profile, /user/profile, {}",
    "/user/profile/, /user/profile, {}",
    "/user/%70rofile, /user/profile, {}",
    "/user/profile/x, /user/{proxy+}, {proxy=profile/x}",
    "/User, /{proxy+}, {proxy=User}",
    "/users, /{proxy+}, {proxy=users}",
    "/item/7, /item/{id}, {id=7}",
    "/item/a%2Fb+c, /item/{id}, {id=a/b+c}",
    "/item/7/parts, /item/{id}/parts, {id=7}",
    "/item/7/other, /{proxy+}, {proxy=item/7/other}",
    "/item, /{proxy+}, {proxy=item}",
  })
  void mostSpecificResourceMatches(String path, String resource, String parameters) {
    ApiResources.ResourceMatch match = routes.match(path).orElseThrow();

    assertThat(match.resource().path()).isEqualTo(resource);
    assertThat(match.pathParameters()).hasToString(parameters);
  }

  @Test
  void greedyResourceDoesNotMatchTheRoot() {
    ApiResources greedyAlone =
        new ApiResources(List.of(ApiResource.of("proxy", "/{proxy+}", Map.of())));

    assertThat(greedyAlone.match("/")).isEmpty();
    assertThat(greedyAlone.match("/a")).isPresent();
  }
}

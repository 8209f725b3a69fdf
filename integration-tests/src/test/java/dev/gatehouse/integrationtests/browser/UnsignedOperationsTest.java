package dev.gatehouse.integrationtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.auth.scheme.CognitoIdentityProviderAuthSchemeProvider;

class UnsignedOperationsTest {
  private static final Path LISTED =
      Repository.ROOT.resolve(
          "local/src/main/resources/dev/gatehouse/local/browser/unsigned-operations.txt");

  /** Operations without a signature in AWS's model of November 2026, newer than the SDK's. */
  private static final Set<String> NEWER = Set.of("ListUserSessions", "RevokeUserSession");

  /** Every client of the SDK, and so the model that it was generated from, says which those are. */
  @Test
  void emulatorOpensWhatAwssModelLeavesUnsigned() throws IOException {
    Set<String> expected = new TreeSet<>(NEWER);
    Stream.of(CognitoIdentityProviderClient.class.getMethods())
        .map(Method::getName)
        .filter(name -> !name.endsWith("Paginator"))
        .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .filter(UnsignedOperationsTest::unsigned)
        .forEach(expected::add);

    assertThat(expected).hasSizeGreaterThan(30).doesNotContain("AdminGetUser", "ListUsers");
    assertThat(Files.readAllLines(LISTED)).containsExactlyElementsOf(expected);
  }

  private static boolean unsigned(String operation) {
    return CognitoIdentityProviderAuthSchemeProvider.defaultProvider()
        .resolveAuthScheme(asked -> asked.operation(operation).region(Region.US_EAST_1))
        .stream()
        .map(option -> option.schemeId())
        .collect(Collectors.toSet())
        .contains("smithy.api#noAuth");
  }
}

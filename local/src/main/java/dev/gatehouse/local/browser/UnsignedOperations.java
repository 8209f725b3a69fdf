package dev.gatehouse.local.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cognito's operations without a signature ({@code authtype: none} in AWS's model), which AWS lets
 * a page of any origin call.
 *
 * @param targets values of {@code X-Amz-Target}
 */
record UnsignedOperations(Set<String> targets) {

  private static final String PREFIX = "AWSCognitoIdentityProviderService.";

  /** Returns the operations of AWS's model, which a test compares with the AWS SDK. */
  static UnsignedOperations ofCognito() {
    try (InputStream names =
        UnsignedOperations.class.getResourceAsStream("unsigned-operations.txt")) {
      return new UnsignedOperations(
          new String(names.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(name -> PREFIX + name)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contain(String target) {
    return targets.contains(target);
  }
}

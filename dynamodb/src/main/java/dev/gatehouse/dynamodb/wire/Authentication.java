package dev.gatehouse.dynamodb.wire;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The check that a request is signed; signatures are not verified. */
public final class Authentication {

  private static final String[] QUERY = {
    "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"
  };

  private Authentication() {}

  /**
   * Throws the error of a request that is not signed.
   *
   * @param header the value of a header, null if it is absent
   */
  public static void check(Function<String, @Nullable String> header, Map<String, String> query) {
    @Nullable String authorization = header.apply("Authorization");
    boolean inQuery = query.containsKey("X-Amz-Algorithm");
    if (authorization != null && inQuery) {
      throw DynamoDbException.of(
          ErrorType.INVALID_SIGNATURE,
          "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP"
              + " header.");
    }
    if (inQuery) {
      checkQuery(query);
    } else if (authorization != null && authorization.startsWith("AWS4-")) {
      boolean dated = header.apply("X-Amz-Date") != null || header.apply("Date") != null;
      checkHeader(authorization, dated);
    } else {
      throw DynamoDbException.of(
          ErrorType.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }
  }

  private static void checkHeader(String authorization, boolean dated) {
    StringBuilder missing = new StringBuilder();
    for (String part : new String[] {"Credential", "Signature", "SignedHeaders"}) {
      if (!authorization.contains(part + "=")) {
        missing.append("Authorization header requires '").append(part).append("' parameter. ");
      }
    }
    if (!dated) {
      missing.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    if (!missing.isEmpty()) {
      throw DynamoDbException.of(
          ErrorType.INCOMPLETE_SIGNATURE, missing + "Authorization=" + authorization);
    }
  }

  private static void checkQuery(Map<String, String> query) {
    StringBuilder missing = new StringBuilder();
    for (String name : QUERY) {
      if (query.getOrDefault(name, "").isEmpty()) {
        missing.append("AWS query-string parameters must include '").append(name).append("'. ");
      }
    }
    if (!missing.isEmpty()) {
      throw DynamoDbException.of(
          ErrorType.INCOMPLETE_SIGNATURE, missing + "Re-examine the query-string parameters.");
    }
  }
}

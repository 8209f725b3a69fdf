package dev.gatehouse.local.s3.signature;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.s3.S3Exception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a signature by Signature Version 4, in the header or in the query of a presigned
 * URL.
 *
 * @param scope date, Region, service and {@code aws4_request} of the credential
 * @param time the time of signing as sent, such as {@code 20260101T000000Z}
 * @param headers the names of the signed headers
 * @param presigned whether the signature is in the query
 */
record Signed(
    String accessKey,
    String scope,
    String time,
    List<String> headers,
    String signature,
    boolean presigned) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final Pattern CREDENTIAL =
      Pattern.compile("([^/]+)/(\\d{8}/[^/]+/s3/aws4_request)");
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM + " +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]+)");
  private static final List<String> QUERY =
      List.of(
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Date",
          "X-Amz-Expires",
          "X-Amz-SignedHeaders",
          "X-Amz-Signature");

  /** Returns the signature of a request, or an empty Optional for an anonymous one. */
  static Optional<Signed> of(Request request) {
    if (request.query().keySet().stream().anyMatch(QUERY::contains)) {
      return Optional.of(ofQuery(request));
    }
    if (request.parameter("AWSAccessKeyId").isPresent()) {
      throw new S3Exception(
          400,
          "InvalidRequest",
          "The authorization mechanism you have provided is not supported. Please use"
              + " AWS4-HMAC-SHA256.");
    }
    return request.header("Authorization").map(header -> ofHeader(header, request));
  }

  private static Signed ofQuery(Request request) {
    for (String parameter : QUERY) {
      if (request.parameter(parameter).isEmpty()) {
        throw queryError(
            "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and"
                + " X-Amz-Expires parameters.");
      }
    }
    if (!parameter(request, "X-Amz-Algorithm").equals(ALGORITHM)) {
      throw queryError("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    }
    Matcher credential = CREDENTIAL.matcher(parameter(request, "X-Amz-Credential"));
    if (!credential.matches()) {
      throw queryError(
          "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    return new Signed(
        credential.group(1),
        credential.group(2),
        parameter(request, "X-Amz-Date"),
        List.of(parameter(request, "X-Amz-SignedHeaders").split(";", -1)),
        parameter(request, "X-Amz-Signature"),
        true);
  }

  private static Signed ofHeader(String header, Request request) {
    Matcher parts = HEADER.matcher(header);
    Matcher credential = CREDENTIAL.matcher(parts.matches() ? parts.group(1) : "");
    if (!credential.matches()) {
      throw new S3Exception(
          400,
          "AuthorizationHeaderMalformed",
          "The authorization header is malformed; expecting Signature Version 4 of the service s3",
          Map.of());
    }
    return new Signed(
        credential.group(1),
        credential.group(2),
        request.header("X-Amz-Date").orElse(""),
        List.of(parts.group(2).split(";", -1)),
        parts.group(3),
        false);
  }

  static S3Exception queryError(String message) {
    return new S3Exception(400, "AuthorizationQueryParametersError", message);
  }

  private static String parameter(Request request, String name) {
    return request.parameter(name).orElse("");
  }
}

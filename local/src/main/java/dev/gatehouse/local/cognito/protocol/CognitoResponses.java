package dev.gatehouse.local.cognito.protocol;

import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsProtocol;
import dev.gatehouse.local.http.Response;

/** HTTP responses of Cognito: JSON 1.1, with each error repeated in headers. */
public final class CognitoResponses {
  // Servers and clients bound a header; the body has the whole message.
  private static final int LONGEST_HEADER = 1024;

  private CognitoResponses() {}

  /** Returns the response to a successful operation; JSON null means an empty body. */
  public static Response success(JsonElement result) {
    return AwsProtocol.AWS_JSON_1_1.success(result);
  }

  /** Returns the response that carries this error. */
  public static Response error(AwsException error) {
    // The colon at the end is what AWS sends.
    return AwsProtocol.AWS_JSON_1_1
        .error(error)
        .with("x-amzn-errortype", error.type() + ":")
        .with("x-amzn-errormessage", header(error.text()));
  }

  /** Returns the response to a fault of the local emulator, without its details. */
  public static Response internalError() {
    return error(
        new AwsException(
            500, "InternalErrorException", "Something went wrong in the local emulator."));
  }

  private static String header(String message) {
    String ascii = message.replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.substring(0, Math.min(ascii.length(), LONGEST_HEADER));
  }
}

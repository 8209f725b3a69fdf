package dev.gatehouse.local.cognito.requests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The position and size of a page of a list. */
public record Pagination(int start, int size) {
  public static final int MAX_SIZE = 60;

  /** Parses the pagination token of the previous page; an empty Optional means the first page. */
  public static Pagination fromToken(Optional<String> token, int size) {
    try {
      int start =
          token
              .map(text -> new String(Base64.getUrlDecoder().decode(text), US_ASCII))
              .map(Integer::parseInt)
              .orElse(0);
      if (start < 0) {
        throw invalid();
      }
      return new Pagination(start, size);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  /**
   * Returns the page as JSON.
   *
   * @param itemsMember the member for the items
   * @param tokenMember the member for the token of the next page, if there is one
   */
  public <T> JsonObject page(
      List<T> items, Function<T, JsonElement> toJson, String itemsMember, String tokenMember) {
    JsonArray page = new JsonArray();
    items.stream().skip(start).limit(size).map(toJson).forEach(page::add);
    JsonObject result = Json.object(itemsMember, page);
    if (start + size < items.size()) {
      byte[] end = Integer.toString(start + size).getBytes(US_ASCII);
      result.addProperty(tokenMember, Base64.getUrlEncoder().withoutPadding().encodeToString(end));
    }
    return result;
  }

  private static AwsException invalid() {
    return CognitoErrors.invalidParameter("Invalid pagination token.");
  }
}

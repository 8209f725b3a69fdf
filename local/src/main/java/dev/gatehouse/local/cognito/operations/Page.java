package dev.gatehouse.local.cognito.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Is where a page of a list starts and how much of the list it shows. */
record Page(int start, int size) {
  static final int LONGEST = 60;

  /** Reads the token that an earlier page ended with; none means the first page. */
  static Page of(Optional<String> token, int size) {
    try {
      int start =
          token
              .map(text -> new String(Base64.getUrlDecoder().decode(text), US_ASCII))
              .map(Integer::parseInt)
              .orElse(0);
      if (start < 0) {
        throw invalid();
      }
      return new Page(start, size);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  /** Returns this page of the list, with a token under {@code next} if there is more. */
  <T> JsonObject of(List<T> all, Function<T, JsonElement> shown, String as, String next) {
    JsonArray page = new JsonArray();
    all.stream().skip(start).limit(size).map(shown).forEach(page::add);
    JsonObject answer = Json.object(as, page);
    if (start + size < all.size()) {
      byte[] end = Integer.toString(start + size).getBytes(US_ASCII);
      answer.addProperty(next, Base64.getUrlEncoder().withoutPadding().encodeToString(end));
    }
    return answer;
  }

  private static CognitoError invalid() {
    return CognitoError.invalidParameter("Invalid pagination token.");
  }
}

package dev.gatehouse.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object in the body of a request. */
public final class JsonBody {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Member> members;

  private JsonBody(Map<String, Member> members) {
    this.members = members;
  }

  /**
   * Returns the body of a request.
   *
   * @param fields the members that it may have
   * @throws RequestRefused if it is too large, not exactly one JSON object, or has another member
   */
  public static JsonBody of(Request request, List<BodyField> fields) {
    JsonBody body = parsed(request);
    if (!names(fields).containsAll(body.members.keySet())) {
      throw RequestRefused.because(Problem.INVALID_FIELD, accepted(fields));
    }
    return body;
  }

  private static List<String> names(List<BodyField> fields) {
    return fields.stream().map(BodyField::name).toList();
  }

  /** Returns the sentence that lists the accepted fields. */
  public static String accepted(List<BodyField> fields) {
    List<String> names = names(fields);
    String last = names.getLast();
    return names.size() == 1
        ? "Only " + last + " is accepted"
        : "Only "
            + String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + last
            + " are accepted";
  }

  private static JsonBody parsed(Request request) {
    String text = BodyText.of(request);
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RequestRefused.because(Problem.INVALID_JSON);
      }
      JsonBody body = new JsonBody(members(parser));
      if (parser.nextToken() != null) {
        throw malformed("There is more after the JSON object");
      }
      return body;
    } catch (IOException e) {
      // Jackson's own message quotes the body.
      throw malformed("The body is not well-formed JSON, or has a field twice");
    }
  }

  /** Returns whether the object has a member, which may be null. */
  public boolean has(BodyField field) {
    return members.containsKey(field.name());
  }

  /**
   * Returns the value of a required field.
   *
   * @throws RequestRefused if it is missing or not accepted
   */
  public String text(BodyField field) {
    String text = optionalText(field);
    if (text == null) {
      throw field.refused("is missing");
    }
    return text;
  }

  /**
   * Returns the value of a field, or null if it is absent or null.
   *
   * @throws RequestRefused if it is not accepted
   */
  public @Nullable String optionalText(BodyField field) {
    Member member = members.get(field.name());
    if (member == null || member.type() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (member.type() != JsonToken.VALUE_STRING) {
      throw field.refused("is not a string");
    }
    return field.checked(member.text());
  }

  /**
   * Returns the value of a required field that is a whole number.
   *
   * @param max the largest value that is accepted
   * @throws RequestRefused if it is missing or not accepted
   */
  public int number(BodyField field, int max) {
    Member member = members.get(field.name());
    if (member == null || member.type() == JsonToken.VALUE_NULL) {
      throw field.refused("is missing");
    }
    if (member.type() != JsonToken.VALUE_NUMBER_INT) {
      throw field.refused("is not a whole number");
    }
    int number = Integer.parseInt(field.checked(member.text()));
    if (number > max) {
      throw field.refused("is too large");
    }
    return number;
  }

  private static Map<String, Member> members(JsonParser parser) throws IOException {
    Map<String, Member> members = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken type = parser.nextToken();
      members.put(name, new Member(type, parser.getText()));
      parser.skipChildren();
    }
    return members;
  }

  private static RequestRefused malformed(String detail) {
    return RequestRefused.because(Problem.INVALID_JSON, detail);
  }

  private record Member(JsonToken type, String text) {}
}

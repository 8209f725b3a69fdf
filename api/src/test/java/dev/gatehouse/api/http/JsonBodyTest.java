package dev.gatehouse.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  private static final List<BodyField> FIELDS = List.of(BodyField.USERNAME, BodyField.PASSWORD);
  private static final String GOOD = "{\"username\":\"j@x.org\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        " \n\t{\"username\":\"j@x.org\"}\n ",
        "\ufeff{\"username\":\"j@x.org\"}",
        "{\"user\\u006eame\":\"j@\\u0078.org\"}",
        "{\"password\":[1,{\"username\":\"no\"},null],\"username\":\"j@x.org\"}"
      })
  void objectIsRead(String body) {
    assertThat(body(body).text(BodyField.USERNAME)).isEqualTo("j@x.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "1",
        "\"x\"",
        "[]",
        "{",
        "}",
        "{]",
        "{\"username\"}",
        "{\"username\":}",
        "{\"username\":\"j@x.org\",}",
        "{\"username\":\"j@x.org\" \"x\":1}",
        "{\"username\":\"j@x.org\"",
        "{\"username\":\"j@x.org",
        "{\"username\":\"a\\",
        "{\"username\":\"a\\x\"}",
        "{\"username\":\"a\nb\"}",
        "{username:\"j@x.org\"}",
        "{'username':'j@x.org'}",
        "{\"username\":\"j@x.org\"}x",
        "{\"username\":\"j@x.org\"}{}",
        "{\"username\":\"j@x.org\"},",
        "{\"username\":\"j@x.org\",\"username\":\"k@x.org\"}",
        "{\"username\":\"j@x.org\",\"x\":01}",
        "{\"username\":\"j@x.org\",\"x\":NaN}",
        "{\"username\":\"j@x.org\",\"x\":tru}",
        "{\"username\":\"j@x.org\",\"x\":{\"y\":}}",
        "{\"username\":\"j@x.org\",\"x\":[1 2]}",
        "{\"username\":\"j@x.org\"/*x*/}",
        "\ufeff\ufeff{\"username\":\"j@x.org\"}",
        "username=j%40x.org&password=p"
      })
  void otherTextIsMalformed(String body) {
    assertRefused(request(Map.of(), body, false), Problem.INVALID_JSON);
  }

  @Test
  void deepNestingIsMalformed() {
    String arrays = "{\"x\":" + "[".repeat(8000) + "]".repeat(8000) + "}";
    assertRefused(request(Map.of(), arrays, false), Problem.INVALID_JSON);
    String objects = "{\"x\":".repeat(2500) + "1" + "}".repeat(2500);
    assertRefused(request(Map.of(), objects, false), Problem.INVALID_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"USERNAME\":\"j@x.org\"}",
        "{\"username\":\"j@x.org\",\"s3cr3t\":1}",
        "{\"username\":\"j@x.org\",\"s3cr3t\":null}",
        "{\"username\":\"j@x.org\",\"\":{\"password\":\"p\"}}"
      })
  void unknownMemberIsRefusedAndNotQuoted(String body) {
    assertThatThrownBy(() -> body(body))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.INVALID_FIELD);
              assertThat(refused.detail()).isEqualTo("Only username and password are accepted");
            });
  }

  @Test
  void acceptedFieldsAreListedInASentence() {
    assertThat(JsonBody.accepted(List.of(BodyField.CODE))).isEqualTo("Only code is accepted");
    assertThat(JsonBody.accepted(BodyField.profile()))
        .startsWith("Only locale, givenName")
        .endsWith(" are accepted");
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        arguments("{}", "is missing"),
        arguments("{\"username\":null}", "is missing"),
        arguments("{\"username\":7}", "is not a string"),
        arguments("{\"username\":1e400}", "is not a string"),
        arguments("{\"username\":true}", "is not a string"),
        arguments("{\"username\":[\"j@x.org\"]}", "is not a string"),
        arguments("{\"username\":{\"a\":\"j@x.org\"}}", "is not a string"),
        arguments("{\"username\":\"\"}", "is blank"),
        arguments("{\"username\":\" \\t\"}", "is blank"),
        arguments("{\"username\":\"j x@x.org\"}", "does not have the expected form"),
        arguments("{\"username\":\"j\\u0000@x.org\"}", "does not have the expected form"),
        arguments("{\"username\":\"" + "j".repeat(129) + "\"}", "does not have the expected form"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void refusalNamesTheFieldTheErrorAndTheExpectedValue(String body, String wrong) {
    assertThatThrownBy(() -> body(body).text(BodyField.USERNAME))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.INVALID_FIELD);
              assertThat(refused.detail())
                  .isEqualTo(
                      "username "
                          + wrong
                          + "; expected: an email address of at most 128 characters without white"
                          + " space");
            });
  }

  @Test
  void replacementCharacterIsRefusedInAPassword() {
    assertThatThrownBy(
            () -> body("{\"password\":\"Correct-horse-9\ufffd\"}").text(BodyField.PASSWORD))
        .isInstanceOf(RequestRefused.class);
  }

  @Test
  void loneSurrogateIsRefusedInAPassword() {
    assertThatThrownBy(() -> body("{\"password\":\"abc\\ud800def\"}").text(BodyField.PASSWORD))
        .isInstanceOf(RequestRefused.class);
    assertThat(body("{\"password\":\"abc\\ud83d\\ude00\"}").text(BodyField.PASSWORD))
        .isEqualTo("abc\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/x-www-form-urlencoded",
        " application/json ",
        ""
      })
  void commonMediaTypesAreAccepted(String type) {
    assertThat(
            JsonBody.of(request(Map.of("content-type", type), GOOD, false), FIELDS)
                .text(BodyField.USERNAME))
        .isEqualTo("j@x.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "text/json",
        "application/jsonp",
        "json"
      })
  void otherMediaTypesAreRefused(String type) {
    assertRefused(
        request(Map.of("content-type", type), GOOD, false), Problem.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void sizeIsLimitedInOctets() {
    String pad = GOOD.substring(0, GOOD.length() - 1) + ",\"password\":\"";
    String full = pad + "a".repeat(16 * 1024 - pad.length() - 2) + "\"}";
    assertThat(body(full).text(BodyField.USERNAME)).isEqualTo("j@x.org");
    assertRefused(request(Map.of(), full + " ", false), Problem.BODY_TOO_LARGE);
    String wide = pad + "\u00e9".repeat(8 * 1024) + "\"}";
    assertRefused(request(Map.of(), wide, false), Problem.BODY_TOO_LARGE);
    assertRefused(request(Map.of(), "a".repeat(1 << 20), false), Problem.BODY_TOO_LARGE);
  }

  @Test
  void base64IsDecoded() {
    String good = Base64.getEncoder().encodeToString(GOOD.getBytes(StandardCharsets.UTF_8));
    assertThat(JsonBody.of(request(Map.of(), good, true), FIELDS).text(BodyField.USERNAME))
        .isEqualTo("j@x.org");
    String large = Base64.getEncoder().encodeToString(new byte[16 * 1024 + 1]);
    assertRefused(request(Map.of(), large, true), Problem.BODY_TOO_LARGE);
    String latin = Base64.getEncoder().encodeToString(new byte[] {'{', (byte) 0xff, '}'});
    assertRefused(request(Map.of(), latin, true), Problem.INVALID_JSON);
    String utf16 = Base64.getEncoder().encodeToString(GOOD.getBytes(StandardCharsets.UTF_16LE));
    assertRefused(request(Map.of(), utf16, true), Problem.INVALID_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "e30=\n", "e3 0=", "=", "{}"})
  void invalidBase64IsMalformed(String body) {
    assertRefused(request(Map.of(), body, true), Problem.INVALID_JSON);
  }

  private static JsonBody body(String text) {
    return JsonBody.of(request(Map.of(), text, false), FIELDS);
  }

  private static Request request(Map<String, String> headers, String body, boolean base64) {
    return new Request("POST", "/user", headers, new Request.Payload(body, base64), Map.of());
  }

  private static void assertRefused(Request request, Problem problem) {
    assertThatThrownBy(() -> JsonBody.of(request, FIELDS))
        .isInstanceOfSatisfying(
            RequestRefused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
  }
}

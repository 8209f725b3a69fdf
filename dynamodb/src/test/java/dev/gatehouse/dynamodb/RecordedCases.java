package dev.gatehouse.dynamodb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of recorded answers of AWS, and of requests that get them. */
final class RecordedCases {

  /** Stands for as many letters in a request. */
  private static final Pattern LONG_TEXT = Pattern.compile("X\\*(\\d+)");

  private RecordedCases() {}

  /** Returns a request with its long texts. */
  static String expanded(String request) {
    return LONG_TEXT
        .matcher(request)
        .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
  }

  /** Returns the columns of the rows of a file, without its header. */
  static List<List<String>> rows(String file) {
    try (InputStream in =
        Objects.requireNonNull(RecordedCases.class.getResourceAsStream("/cases/" + file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<List<String>> rows = new ArrayList<>();
      text.lines().skip(1).forEach(line -> rows.add(List.of(line.split("\t", -1))));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the first row of a file for an operation and input: AWS's answer in most regions. */
  static List<String> answer(String file, String operation, String input) {
    return rows(file).stream()
        .filter(row -> row.get(0).equals(operation) && row.get(1).equals(input))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a pattern for the type and text of a recorded error. */
  static Pattern error(List<String> answer) {
    String text = answer.get(2) + (answer.get(3).isEmpty() ? "" : ": " + answer.get(3));
    String start =
        text.split("; CancellationReasons", 2)[0].replace(" (whole request refused)", "");
    StringBuilder pattern = new StringBuilder();
    for (String part : Stream.of(start.split("(?=\\.\\.\\.|<\\w+>)")).toList()) {
      String literal = part.replaceFirst("^(\\.\\.\\.|<\\w+>)", "");
      pattern.append(literal.length() < part.length() ? ".*" : "").append(Pattern.quote(literal));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}

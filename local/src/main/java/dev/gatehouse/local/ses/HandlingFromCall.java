package dev.gatehouse.local.ses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what a call of SendEmail or SendRawEmail says beside the mail. */
final class HandlingFromCall {

  private static final String SET_HEADER = "X-SES-CONFIGURATION-SET";
  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9_.@-]{1,255}");

  private HandlingFromCall() {}

  static Handling of(QueryCall call) {
    return of(call, Handling.PLAIN);
  }

  /** The call goes before the headers of its raw message. */
  static Handling of(QueryCall call, Handling raw) {
    List<String> replyTo = call.members("ReplyToAddresses");
    return new Handling(
        replyTo.isEmpty() ? raw.replyTo() : replyTo,
        call.optional("ConfigurationSetName")
            .or(() -> header(raw, SET_HEADER))
            .filter(name -> !name.isEmpty())
            .orElse(null),
        tags(call),
        raw.headers());
  }

  /** Returns the identities that the call says it sends through. */
  static List<String> identityArns(QueryCall call) {
    return Stream.of("SourceArn", "FromArn")
        .map(call::optional)
        .flatMap(Optional::stream)
        .filter(arn -> !arn.isEmpty())
        .toList();
  }

  private static Map<String, String> tags(QueryCall call) {
    Map<String, String> tags = new LinkedHashMap<>();
    IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "Tags.member." + i)
        .takeWhile(tag -> call.optional(tag + ".Name").isPresent())
        .forEach(tag -> add(tags, call.required(tag + ".Name"), call.required(tag + ".Value")));
    return tags;
  }

  private static void add(Map<String, String> tags, String name, String value) {
    if (!TAG_NAME.matcher(name).matches()) {
      throw new QueryRefused(
          "InvalidParameterValue",
          "Invalid tag name <%s>: only alphanumeric ASCII characters, '_', and '-' are allowed."
              .formatted(name));
    }
    if (!TAG_VALUE.matcher(value).matches()) {
      throw new QueryRefused(
          "InvalidParameterValue",
          "Invalid tag value <%s>: only alphanumeric ASCII characters, '_', '-', '@', and '.' are allowed."
              .formatted(value));
    }
    tags.put(name, value);
  }

  private static Optional<String> header(Handling raw, String name) {
    return raw.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

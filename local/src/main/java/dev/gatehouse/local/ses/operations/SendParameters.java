package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.mail.SendOptions;
import dev.gatehouse.local.ses.query.SesError;
import dev.gatehouse.local.ses.query.SesRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parameters that SendEmail and SendRawEmail share. */
final class SendParameters {

  private static final String SET_HEADER = "X-SES-CONFIGURATION-SET";
  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9_.@-]{1,255}");

  private SendParameters() {}

  /** The operation that returns the options in the request. */
  static SendOptions options(SesRequest request) {
    return options(request, SendOptions.NONE);
  }

  /** Returns the options in the request, and those of its raw message where it names none. */
  static SendOptions options(SesRequest request, SendOptions raw) {
    List<String> replyTo = request.members("ReplyToAddresses");
    return new SendOptions(
        replyTo.isEmpty() ? raw.replyTo() : replyTo,
        request
            .optional("ConfigurationSetName")
            .or(() -> header(raw, SET_HEADER))
            .filter(name -> !name.isEmpty())
            .orElse(null),
        tags(request),
        raw.headers());
  }

  /** Returns the ARNs of the identities whose sending authorization the request names. */
  static List<String> identityArns(SesRequest request) {
    return Stream.of("SourceArn", "FromArn")
        .map(request::optional)
        .flatMap(Optional::stream)
        .filter(arn -> !arn.isEmpty())
        .toList();
  }

  private static Map<String, String> tags(SesRequest request) {
    Map<String, String> tags = new LinkedHashMap<>();
    IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "Tags.member." + i)
        .takeWhile(tag -> request.optional(tag + ".Name").isPresent())
        .forEach(
            tag -> addTag(tags, request.required(tag + ".Name"), request.required(tag + ".Value")));
    return tags;
  }

  private static void addTag(Map<String, String> tags, String name, String value) {
    if (!TAG_NAME.matcher(name).matches()) {
      throw SesError.invalidParameter(
          "Invalid tag name <%s>: only alphanumeric ASCII characters, '_', and '-' are allowed."
              .formatted(name));
    }
    if (!TAG_VALUE.matcher(value).matches()) {
      throw SesError.invalidParameter(
          "Invalid tag value <%s>: only alphanumeric ASCII characters, '_', '-', '@', and '.' are allowed."
              .formatted(value));
    }
    tags.put(name, value);
  }

  private static Optional<String> header(SendOptions raw, String name) {
    return raw.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

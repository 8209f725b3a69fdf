package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.ses.mail.SendOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parameters that SendEmail and SendRawEmail share. */
final class SendParameters {

  private static final String SET_HEADER = "X-SES-CONFIGURATION-SET";

  private SendParameters() {}

  /** The operation that returns the options in the request. */
  static SendOptions options(QueryRequest request) {
    return options(request, SendOptions.NONE);
  }

  /** Returns the options in the request, and those of its raw message where it names none. */
  static SendOptions options(QueryRequest request, SendOptions raw) {
    List<String> replyTo = request.members("ReplyToAddresses");
    MailAddresses.requireEncoded(replyTo);
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
  static List<String> identityArns(QueryRequest request) {
    return Stream.of("SourceArn", "FromArn")
        .map(request::optional)
        .flatMap(Optional::stream)
        .filter(arn -> !arn.isEmpty())
        .toList();
  }

  private static Map<String, String> tags(QueryRequest request) {
    Map<String, String> tags = new LinkedHashMap<>();
    IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "Tags.member." + i)
        .takeWhile(
            tag ->
                request.optional(tag + ".Name").isPresent()
                    || request.optional(tag + ".Value").isPresent())
        .forEach(
            tag ->
                tags.put(
                    part(MessageTags.NAME, request, tag + ".Name"),
                    part(MessageTags.VALUE, request, tag + ".Value")));
    return tags;
  }

  private static String part(MessageTags constraint, QueryRequest request, String parameter) {
    String text = request.optional(parameter).orElse("");
    constraint.check(text);
    return text;
  }

  private static Optional<String> header(SendOptions raw, String name) {
    return raw.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

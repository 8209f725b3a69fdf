package dev.gatehouse.local.ses.v2;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import dev.gatehouse.local.ses.operations.MailAddresses;
import dev.gatehouse.local.ses.operations.MessageTags;
import dev.gatehouse.local.ses.operations.MimeReader;
import dev.gatehouse.local.ses.templates.MailTemplate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operation SendEmail of SES v2, with simple, raw or templated content. */
record SendEmailV2(SesAccount account) {

  /** The members of the request that are read or that have no effect in the emulator. */
  private static final Set<String> MEMBERS =
      Set.of(
          "ConfigurationSetName",
          "Content",
          "Destination",
          "EmailTags",
          "FeedbackForwardingEmailAddress",
          "FeedbackForwardingEmailAddressIdentityArn",
          "FromEmailAddress",
          "FromEmailAddressIdentityArn",
          "ReplyToAddresses");

  /** Sends a mail and returns its message id. */
  JsonObject execute(AwsRequest request) {
    for (String member : request.members().keySet()) {
      if (!MEMBERS.contains(member) && request.find(member).isPresent()) {
        throw badRequest("The local emulator does not support %s of SendEmail".formatted(member));
      }
    }
    AwsRequest content =
        structure(request, "Content").orElseThrow(() -> badRequest("Content is missing."));
    Mail mail =
        structure(content, "Raw")
            .map(raw -> raw(request, raw))
            .orElseGet(() -> composed(request, content(content)));
    List<String> arns = request.optional("FromEmailAddressIdentityArn").stream().toList();
    return Json.object("MessageId", account.send(mail, arns));
  }

  private Mail composed(AwsRequest request, MailTemplate.Content content) {
    AwsRequest destination =
        structure(request, "Destination").orElseGet(() -> new AwsRequest(new JsonObject()));
    Mail mail =
        new Mail(
            from(request).orElseThrow(() -> badRequest("FromEmailAddress is missing.")),
            destination.texts("ToAddresses"),
            destination.texts("CcAddresses"),
            destination.texts("BccAddresses"),
            content.subject(),
            content.text(),
            content.html(),
            options(request, SendOptions.NONE));
    MailAddresses.requireEncoded(mail.options().replyTo());
    MailAddresses.validateParameters(mail);
    return mail;
  }

  /** Sender and recipients of the request replace those of the message, as on AWS. */
  private static Mail raw(AwsRequest request, AwsRequest raw) {
    Mail message = MimeReader.read(decode(raw));
    AwsRequest destination =
        structure(request, "Destination").orElseGet(() -> new AwsRequest(new JsonObject()));
    boolean replaced = !destination.members().isEmpty();
    Mail mail =
        new Mail(
            from(request).orElse(message.source()),
            replaced ? destination.texts("ToAddresses") : message.to(),
            replaced ? destination.texts("CcAddresses") : message.cc(),
            replaced ? destination.texts("BccAddresses") : message.bcc(),
            message.subject(),
            message.text(),
            message.html(),
            options(request, message.options()));
    MailAddresses.requireEncoded(from(request).stream().toList());
    MailAddresses.validate(mail);
    return mail;
  }

  private static byte[] decode(AwsRequest raw) {
    try {
      return Base64.getDecoder().decode(raw.optional("Data").orElse("").replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw badRequest("Content.Raw.Data is not a message in Base64");
    }
  }

  private MailTemplate.Content content(AwsRequest content) {
    return structure(content, "Simple")
        .map(SendEmailV2::simple)
        .or(() -> structure(content, "Template").map(this::templated))
        .orElseThrow(() -> badRequest("Content must be Simple, Raw or Template."));
  }

  private static MailTemplate.Content simple(AwsRequest simple) {
    Optional<AwsRequest> body = structure(simple, "Body");
    return new MailTemplate.Content(
        data(structure(simple, "Subject"))
            .orElseThrow(() -> badRequest("Content.Simple.Subject is missing.")),
        data(body.flatMap(parts -> structure(parts, "Text"))).orElse(null),
        data(body.flatMap(parts -> structure(parts, "Html"))).orElse(null));
  }

  private MailTemplate.Content templated(AwsRequest template) {
    String data = template.optional("TemplateData").orElse("{}");
    return structure(template, "TemplateContent")
        .map(
            inline ->
                new MailTemplate(
                    "",
                    inline.optional("Subject").orElse(""),
                    inline.optional("Text").orElse(null),
                    inline.optional("Html").orElse(null)))
        .orElseGet(() -> account.templates().find(template.optional("TemplateName").orElse("")))
        .render(data);
  }

  private static SendOptions options(AwsRequest request, SendOptions raw) {
    List<String> replyTo = request.texts("ReplyToAddresses");
    Map<String, String> tags = new LinkedHashMap<>();
    for (AwsRequest tag : request.structures("EmailTags")) {
      String name = tag.optional("Name").orElse("");
      String value = tag.optional("Value").orElse("");
      MessageTags.NAME.check(name);
      MessageTags.VALUE.check(value);
      tags.put(name, value);
    }
    return new SendOptions(
        replyTo.isEmpty() ? raw.replyTo() : replyTo,
        request.optional("ConfigurationSetName").orElse(raw.configurationSet()),
        tags,
        raw.headers());
  }

  private static Optional<String> from(AwsRequest request) {
    return request.optional("FromEmailAddress").filter(address -> !address.isEmpty());
  }

  private static Optional<String> data(Optional<AwsRequest> content) {
    return content.flatMap(part -> part.optional("Data"));
  }

  private static Optional<AwsRequest> structure(AwsRequest request, String name) {
    return request
        .find(name)
        .map(
            value -> {
              if (value instanceof JsonObject members) {
                return new AwsRequest(members);
              }
              throw AwsException.serialization("Expected a structure at '%s'".formatted(name));
            });
  }

  private static AwsException badRequest(String message) {
    return new AwsException("BadRequestException", message);
  }
}

package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.functions.RehearsedSuccess;
import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.messages.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Message;
import software.amazon.awssdk.services.ses.model.MessageTag;

/** Sends mails through an SES identity, as text and HTML in one. */
final class SesMails implements Mails {
  /**
   * Of the fifteen seconds of this function; what waits for SES's rate is in it. Silence has no
   * limit of its own: it is not asked again, since the mail may be on its way.
   */
  private static final Duration CALL = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 4;
  private static final BackoffStrategy WHEN_THROTTLED =
      BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(200), Duration.ofMillis(500));

  private static final String REHEARSED =
      "<SendEmailResponse><SendEmailResult><MessageId>priming</MessageId></SendEmailResult>"
          + "</SendEmailResponse>";

  private final SesClient client;
  private final Sender sender;

  SesMails(SesClient client, Sender sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * Connects to the identity that {@code SES_IDENTITY_ARN} names, in the region that the name
   * holds.
   *
   * @throws SettingInvalid if a setting of the sender is missing or malformed
   */
  static SesMails from(Map<String, String> environment) {
    Sender sender = Sender.from(environment);
    return new SesMails(client(AwsConnection.shared(), sender).build(), sender);
  }

  /** Goes as far as a mail could be stopped for certain: nothing leaves the process. */
  static SesMails rehearsal(Map<String, String> environment) {
    Sender sender = Sender.from(environment);
    AwsConnection rehearsal = AwsConnection.rehearsal(RehearsedSuccess.atOnce(REHEARSED));
    return new SesMails(client(rehearsal, sender).httpClient(new NoWire()).build(), sender);
  }

  private static SesClientBuilder client(AwsConnection connection, Sender sender) {
    return connection.of(
        SesClient.builder(),
        sender.region(),
        all ->
            all.apiCallTimeout(CALL)
                .retryStrategy(retry ->
                    retry.maxAttempts(ATTEMPTS).throttlingBackoffStrategy(WHEN_THROTTLED)));
  }

  @Override
  public void send(Mail mail, Delivery delivery) {
    @Nullable String replyTo = sender.replyTo();
    Message message =
        Message.builder()
            .subject(utf8(mail.subject()))
            .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html())))
            .build();
    String address = delivery.address();
    try {
      client.sendEmail(email ->
          email
              .source(sender.from())
              .sourceArn(sender.identity())
              .destination(to -> to.toAddresses(address))
              .replyToAddresses(replyTo == null ? List.of() : List.of(replyTo))
              .configurationSetName(sender.configurationSet())
              .message(message)
              .tags(tag("source", delivery.kind().source()), tag("language", delivery.language())));
    } catch (SdkException refused) {
      throw new MailNotSent(SesAnswer.why(refused), refused);
    }
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }
}

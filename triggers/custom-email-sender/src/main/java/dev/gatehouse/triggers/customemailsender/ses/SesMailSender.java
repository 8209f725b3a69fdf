package dev.gatehouse.triggers.customemailsender.ses;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.triggers.customemailsender.MailNotSent;
import dev.gatehouse.triggers.customemailsender.MailRequest;
import dev.gatehouse.triggers.customemailsender.MailSender;
import dev.gatehouse.triggers.customemailsender.SenderSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Message;
import software.amazon.awssdk.services.ses.model.MessageTag;

/** A sender of mails through an SES identity, each with an HTML and a plain text part. */
public final class SesMailSender implements MailSender {
  /**
   * Time limit of a call with its retries, within the function's timeout of fifteen seconds. An
   * attempt has no limit of its own: a retry after a timeout could send the mail twice.
   */
  private static final Duration CALL = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 4;
  private static final BackoffStrategy THROTTLING_BACKOFF =
      BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(200), Duration.ofMillis(500));

  private static final String CANNED_RESPONSE =
      "<SendEmailResponse><SendEmailResult><MessageId>priming</MessageId></SendEmailResult>"
          + "</SendEmailResponse>";

  private final SesClient client;
  private final SenderSettings sender;

  /** Creates a sender of mails. */
  public SesMailSender(SesClient client, SenderSettings sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * Returns a sender through the identity {@code SES_IDENTITY_ARN}, in the region of that ARN.
   *
   * @throws InvalidSetting if a setting of the sender is missing or malformed
   */
  public static SesMailSender from(FunctionSettings settings) {
    SenderSettings sender = SenderSettings.from(settings);
    return new SesMailSender(clientBuilder(AwsConnection.shared(), sender).build(), sender);
  }

  /** Returns a sender for priming, whose requests do not leave the process. */
  public static SesMailSender forPriming(FunctionSettings settings) {
    SenderSettings sender = SenderSettings.from(settings);
    AwsConnection connection = AwsConnection.forPriming(CannedResponse.always(CANNED_RESPONSE));
    return new SesMailSender(
        clientBuilder(connection, sender).httpClient(new OfflineHttpClient()).build(), sender);
  }

  private static SesClientBuilder clientBuilder(AwsConnection connection, SenderSettings sender) {
    return connection.of(
        SesClient.builder(),
        sender.region(),
        all ->
            all.apiCallTimeout(CALL)
                .retryStrategy(
                    retry ->
                        retry.maxAttempts(ATTEMPTS).throttlingBackoffStrategy(THROTTLING_BACKOFF)));
  }

  @Override
  public void send(Mail mail, MailRequest request) {
    @Nullable String replyTo = sender.replyTo();
    Message message =
        Message.builder()
            .subject(utf8(mail.subject()))
            .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html())))
            .build();
    String address = request.address();
    try {
      client.sendEmail(
          email ->
              email
                  .source(sender.from())
                  .sourceArn(sender.identityArn())
                  .destination(to -> to.toAddresses(address))
                  .replyToAddresses(replyTo == null ? List.of() : List.of(replyTo))
                  .configurationSetName(sender.configurationSet())
                  .message(message)
                  .tags(
                      tag("source", request.kind().source()), tag("language", request.language())));
    } catch (SdkException failure) {
      throw new MailNotSent(SesErrors.reason(failure), failure);
    }
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }
}

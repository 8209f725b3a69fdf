package dev.gatehouse.triggers.customemailsender;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.EmailRules;
import dev.gatehouse.triggers.messages.AddressGuard;
import dev.gatehouse.triggers.messages.MessageKind;
import dev.gatehouse.triggers.messages.Messages;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends the mail that Cognito wants sent.
 *
 * <p>Cognito does not wait for it: an error is an answer to Lambda, which calls again a minute
 * later. So only what may go better then is thrown; the rest is logged, counted and done with.
 */
public final class CustomEmailSenderHandler
    implements RequestHandler<CustomEmailSenderEvent, Void> {
  private static final String NOT_SENT = "MailsNotSent";

  private final Messages messages;
  private final AddressGuard guard;
  private final Writer writer;
  private final Postman postman;
  private final InvocationLog log;

  /** Connects to the key, the table and the identity that the environment names. */
  public CustomEmailSenderHandler() {
    this(
        System.getenv(),
        KmsSealedCodes.from(System.getenv()),
        new Postman(DynamoDbSentCodes.from(System.getenv()), SesMails.from(System.getenv())),
        InvocationLog.of("custom-email-sender"));
    CustomEmailSenderPriming.of(System.getenv()).registerIn(System.getenv());
  }

  CustomEmailSenderHandler(
      Map<String, String> environment, SealedCodes codes, Postman postman, InvocationLog log) {
    this.messages = Messages.from(environment);
    this.guard = new AddressGuard(EmailRules.from(environment));
    this.writer = new Writer(messages, codes);
    this.postman = postman;
    this.log = log;
  }

  @Override
  public @Nullable Void handleRequest(CustomEmailSenderEvent event, Context context) {
    Invocation invocation = log.start(context);
    invocation.calledFor(event.getTriggerSource());
    try {
      invocation.ended(answer(event, invocation));
      return null;
    } catch (MailNotSent notSent) {
      ended(notSent, invocation);
      if (notSent.why().isWorthAnotherCall()) {
        throw notSent.withoutCause();
      }
      return null;
    } catch (Throwable failure) {
      MailNotSent notSent = new MailNotSent(NotSent.INTERNAL, failure);
      ended(notSent, invocation);
      throw notSent.withoutCause();
    }
  }

  private static void ended(MailNotSent notSent, Invocation invocation) {
    Throwable cause = notSent.getCause();
    if (cause != null) {
      invocation.failedBy(cause);
    }
    invocation.ended(Outcome.error("not-sent", notSent.why().name()).countedAs(NOT_SENT));
  }

  private Outcome answer(CustomEmailSenderEvent event, Invocation invocation) {
    Optional<MessageKind> kind = MessageKind.of("CustomEmailSender", event.getTriggerSource());
    if (kind.isEmpty()) {
      throw new MailNotSent(NotSent.SOURCE_UNKNOWN);
    }
    invocation.about(attributes(event).get("sub"));
    Delivery delivery = delivery(kind.get(), event);
    if (guard.judge(kind.get(), event.getTriggerSource(), delivery.attributes())
        instanceof Refused refused) {
      return AddressGuard.outcome(refused);
    }
    return postman.deliver(writer.write(delivery), delivery);
  }

  private Delivery delivery(MessageKind kind, CustomEmailSenderEvent event) {
    CustomEmailSenderEvent.@Nullable Request request = event.getRequest();
    Map<String, String> attributes = attributes(event);
    @Nullable Map<String, String> metadata = request == null ? null : request.getClientMetadata();
    return new Delivery(
        kind,
        event.getUserPoolId(),
        event.getUserName(),
        request == null ? null : request.getCode(),
        attributes,
        messages.language(metadata, attributes));
  }

  private static Map<String, String> attributes(CustomEmailSenderEvent event) {
    CustomEmailSenderEvent.@Nullable Request request = event.getRequest();
    @Nullable Map<String, String> attributes = request == null ? null : request.getUserAttributes();
    return attributes == null ? Map.of() : attributes;
  }
}

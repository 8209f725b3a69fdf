package dev.gatehouse.triggers.customemailsender;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.emailrules.AddressGuard;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.messages.MailRenderer;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.triggers.customemailsender.CustomEmailSenderEvent.QueuedEvent;
import dev.gatehouse.triggers.customemailsender.dynamodb.DynamoDbSentCodes;
import dev.gatehouse.triggers.customemailsender.kms.KmsEncryptedCodes;
import dev.gatehouse.triggers.customemailsender.ses.SesMailSender;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The handler of the CustomEmailSender trigger: sends the mail that Cognito asks for.
 *
 * <p>Cognito does not wait for the result. An exception makes Lambda retry the invocation a minute
 * later, so the handler throws only where a retry may succeed. All other failures are logged and
 * counted.
 */
public final class CustomEmailSenderHandler
    implements RequestHandler<CustomEmailSenderEvent, Void> {
  private static final String NOT_SENT = "MailsNotSent";
  private static final JsonType<CustomEmailSenderEvent> NOTICES =
      EventJson.jsonb().type(CustomEmailSenderEvent.class);
  private static final String CODE_IN_SUBJECT = "CODE_IN_SUBJECT";

  private final MailRenderer renderer;
  private final AddressGuard guard;
  private final MailComposer composer;
  private final CodeMailer mailer;
  private final InvocationLog log;

  /** Creates the handler from the environment: the KMS key, the table and the SES identity. */
  public CustomEmailSenderHandler() {
    this(
        FunctionSettings.ofProcess(),
        KmsEncryptedCodes.from(FunctionSettings.ofProcess()),
        new CodeMailer(
            DynamoDbSentCodes.from(FunctionSettings.ofProcess()),
            SesMailSender.from(FunctionSettings.ofProcess())),
        InvocationLog.of("custom-email-sender"),
        Clock.systemUTC());
    CustomEmailSenderPriming.of(FunctionSettings.ofProcess())
        .registerIn(FunctionSettings.ofProcess());
  }

  CustomEmailSenderHandler(
      FunctionSettings settings,
      EncryptedCodes codes,
      CodeMailer mailer,
      InvocationLog log,
      Clock clock) {
    this.renderer = settings.group("", MailRenderer::of);
    this.guard = new AddressGuard(settings.group(FunctionSettings.EMAIL_RULES, EmailRules::of));
    this.composer = new MailComposer(renderer, codes, clock, codeInSubject(settings));
    this.mailer = mailer;
    this.log = log;
  }

  private static boolean codeInSubject(FunctionSettings settings) {
    return switch (settings.optional(CODE_IN_SUBJECT, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSetting(CODE_IN_SUBJECT, "must be true or false");
    };
  }

  /** Sends one mail: the queue's batches have one message, so an exception repeats it alone. */
  @Override
  public @Nullable Void handleRequest(CustomEmailSenderEvent event, Context context) {
    @Nullable List<QueuedEvent> queued = event.getRecords();
    if (queued == null) {
      return handle(event, context);
    }
    for (QueuedEvent message : queued) {
      handle(NOTICES.fromJson(message.body()), context);
    }
    return null;
  }

  private @Nullable Void handle(CustomEmailSenderEvent event, Context context) {
    Invocation invocation = log.start(context);
    invocation.calledFor(event.getTriggerSource());
    try {
      invocation.ended(send(event, invocation));
      return null;
    } catch (MailNotSent notSent) {
      logFailure(notSent, invocation);
      if (notSent.reason().isRetryable()) {
        throw notSent.withoutCause();
      }
      return null;
    } catch (Throwable failure) {
      MailNotSent notSent = new MailNotSent(SendFailure.INTERNAL, failure);
      logFailure(notSent, invocation);
      throw notSent.withoutCause();
    }
  }

  private static void logFailure(MailNotSent notSent, Invocation invocation) {
    Throwable cause = notSent.getCause();
    if (cause != null) {
      invocation.failedBy(cause);
    }
    invocation.ended(Outcome.error("not-sent", notSent.reason().name()).countedAs(NOT_SENT));
  }

  private Outcome send(CustomEmailSenderEvent event, Invocation invocation) {
    Optional<MessageKind> kind = MessageKind.of("CustomEmailSender", event.getTriggerSource());
    if (kind.isEmpty()) {
      throw new MailNotSent(SendFailure.SOURCE_UNKNOWN);
    }
    invocation.about(attributes(event).get("sub"));
    MailRequest request = mailRequest(kind.get(), event);
    if (guard.judge(event.getTriggerSource(), request.attributes()) instanceof Refused refused) {
      return Outcome.refused(refused.code().name()).countedAs("AddressChangesRefused");
    }
    return mailer.send(composer.compose(request), request);
  }

  private MailRequest mailRequest(MessageKind kind, CustomEmailSenderEvent event) {
    CustomEmailSenderEvent.@Nullable Request request = event.getRequest();
    Map<String, String> attributes = attributes(event);
    @Nullable Map<String, String> metadata = request == null ? null : request.getClientMetadata();
    return new MailRequest(
        kind,
        event.getUserPoolId(),
        event.getUserName(),
        request == null ? null : request.getCode(),
        attributes,
        renderer.chooseLanguage(metadata, attributes));
  }

  private static Map<String, String> attributes(CustomEmailSenderEvent event) {
    CustomEmailSenderEvent.@Nullable Request request = event.getRequest();
    @Nullable Map<String, String> attributes = request == null ? null : request.getUserAttributes();
    return attributes == null ? Map.of() : attributes;
  }
}

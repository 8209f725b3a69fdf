package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent.Response;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.Decision;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.EmailRules;
import dev.gatehouse.triggers.emailrules.RefusalCode;
import dev.gatehouse.triggers.messages.AddressGuard;
import dev.gatehouse.triggers.messages.Inserts;
import dev.gatehouse.triggers.messages.Mail;
import dev.gatehouse.triggers.messages.MessageKind;
import dev.gatehouse.triggers.messages.Messages;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words the mail that Cognito is about to send.
 *
 * <p>What it cannot word it hands back as it came, and Cognito falls back on its own words: a mail
 * that looks plain is better than none. Only a changed address that the rules refuse gets none.
 */
public final class CustomMessageHandler
    implements RequestHandler<CustomMessageEvent, CustomMessageEvent> {
  private static final String PASSED_THROUGH = "passed-through";

  private final Messages messages;
  private final AddressGuard guard;
  private final InvocationLog log;

  /** Reads from the environment what makes a mail the product's own, and whom it may go to. */
  public CustomMessageHandler() {
    this(System.getenv(), InvocationLog.of("custom-message"));
    CustomMessagePriming.of(System.getenv()).registerIn(System.getenv());
  }

  CustomMessageHandler(Map<String, String> environment, InvocationLog log) {
    this.messages = Messages.from(environment);
    this.guard = new AddressGuard(EmailRules.from(environment));
    this.log = log;
  }

  @Override
  public CustomMessageEvent handleRequest(CustomMessageEvent event, Context context) {
    Invocation invocation = log.start(context);
    invocation.calledFor(event.getTriggerSource());
    Optional<MessageKind> kind =
        MessageKind.of("CustomMessage", event.getTriggerSource()).filter(MessageKind::carriesCode);
    if (kind.isEmpty()) {
      invocation.ended(Outcome.of(PASSED_THROUGH));
      return event;
    }
    if (judge(kind.get(), event, invocation) instanceof Refused refused) {
      invocation.ended(AddressGuard.outcome(refused));
      throw new AddressRefused(refused);
    }
    invocation.ended(worded(kind.get(), event, invocation));
    return event;
  }

  private Decision judge(MessageKind kind, CustomMessageEvent event, Invocation invocation) {
    try {
      return guard.judge(kind, event.getTriggerSource(), attributes(event.getRequest()));
    } catch (Throwable failure) {
      // A guard that fails lets nobody by; what failed is not the person's to read.
      invocation.failedBy(failure);
      return new Refused(RefusalCode.INTERNAL);
    }
  }

  private Outcome worded(MessageKind kind, CustomMessageEvent event, Invocation invocation) {
    try {
      return word(kind, event);
    } catch (Throwable failure) {
      // Whatever it is, Cognito can still send its own words.
      invocation.failedBy(failure);
      return Outcome.error(PASSED_THROUGH, "INTERNAL");
    }
  }

  private Outcome word(MessageKind kind, CustomMessageEvent event) {
    CustomMessageEvent.@Nullable Request request = event.getRequest();
    if (request == null || isEmpty(request.getCodeParameter())) {
      return Outcome.error(PASSED_THROUGH, "CODE_PARAMETER_MISSING");
    }
    if (kind.carriesPassword() && isEmpty(request.getUsernameParameter())) {
      return Outcome.error(PASSED_THROUGH, "USERNAME_PARAMETER_MISSING");
    }
    Inserts inserts =
        new Inserts(
            request.getCodeParameter(),
            kind.carriesPassword() ? request.getUsernameParameter() : null);
    String language = messages.language(request.getClientMetadata(), attributes(request));
    answer(event, messages.mail(kind, language, inserts).forCognito(inserts));
    return Outcome.of("worded");
  }

  private static void answer(CustomMessageEvent event, Mail mail) {
    Response response = event.getResponse() == null ? new Response() : event.getResponse();
    response.setEmailSubject(mail.subject());
    response.setEmailMessage(mail.html());
    event.setResponse(response);
  }

  private static @Nullable Map<String, String> attributes(
      CustomMessageEvent.@Nullable Request request) {
    return request == null ? null : request.getUserAttributes();
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}

package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent.Response;
import dev.gatehouse.emailrules.AddressGuard;
import dev.gatehouse.emailrules.Decision;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.emailrules.RefusalCode;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MailRenderer;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.messages.Placeholders;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The handler of the CustomMessage trigger: writes the mail that Cognito sends.
 *
 * <p>An event that it cannot handle returns unchanged, and Cognito sends its default message: a
 * plain mail is better than none. Only a changed address that the rules refuse gets no mail.
 */
public final class CustomMessageHandler
    implements RequestHandler<CustomMessageEvent, CustomMessageEvent> {
  private static final String PASSED_THROUGH = "passed-through";

  private final MailRenderer renderer;
  private final AddressGuard guard;
  private final InvocationLog log;
  private final Clock clock;

  /** Creates the handler from the environment, and registers its priming. */
  public CustomMessageHandler() {
    this(FunctionSettings.ofProcess(), InvocationLog.of("custom-message"), Clock.systemUTC());
    CustomMessagePriming.of(FunctionSettings.ofProcess()).registerIn(FunctionSettings.ofProcess());
  }

  CustomMessageHandler(FunctionSettings settings, InvocationLog log, Clock clock) {
    this.renderer = settings.group("", MailRenderer::of);
    this.guard = new AddressGuard(settings.group(FunctionSettings.EMAIL_RULES, EmailRules::of));
    this.log = log;
    this.clock = clock;
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
    if (judge(event, invocation) instanceof Refused refused) {
      invocation.ended(Outcome.refused(refused.code().name()).countedAs("AddressChangesRefused"));
      throw new AddressRefused(refused);
    }
    invocation.ended(setMailOrPassThrough(kind.get(), event, invocation));
    return event;
  }

  private Decision judge(CustomMessageEvent event, Invocation invocation) {
    try {
      return guard.judge(event.getTriggerSource(), attributes(event.getRequest()));
    } catch (Throwable failure) {
      // Fails closed, and does not show the client what failed.
      invocation.failedBy(failure);
      return new Refused(RefusalCode.INTERNAL);
    }
  }

  private Outcome setMailOrPassThrough(
      MessageKind kind, CustomMessageEvent event, Invocation invocation) {
    try {
      return setMail(kind, event);
    } catch (Throwable failure) {
      // Whatever failed, Cognito can still send its default message.
      invocation.failedBy(failure);
      return Outcome.error(PASSED_THROUGH, "INTERNAL");
    }
  }

  private Outcome setMail(MessageKind kind, CustomMessageEvent event) {
    CustomMessageEvent.@Nullable Request request = event.getRequest();
    if (request == null || isEmpty(request.getCodeParameter())) {
      return Outcome.error(PASSED_THROUGH, "CODE_PARAMETER_MISSING");
    }
    if (kind.carriesPassword() && isEmpty(request.getUsernameParameter())) {
      return Outcome.error(PASSED_THROUGH, "USERNAME_PARAMETER_MISSING");
    }
    Placeholders placeholders =
        new Placeholders(
            request.getCodeParameter(),
            kind.carriesPassword() ? request.getUsernameParameter() : null,
            clock.instant());
    String language = renderer.chooseLanguage(request.getClientMetadata(), attributes(request));
    setResponse(event, renderer.render(kind, language, placeholders).forCognito(placeholders));
    return Outcome.of("worded");
  }

  private static void setResponse(CustomMessageEvent event, Mail mail) {
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

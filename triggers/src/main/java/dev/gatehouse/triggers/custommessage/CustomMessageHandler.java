package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent.Response;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words the mail that Cognito is about to send.
 *
 * <p>What it cannot word it hands back as it came, and Cognito falls back on its own words: a mail
 * that looks plain is better than none.
 */
public final class CustomMessageHandler
    implements RequestHandler<CustomMessageEvent, CustomMessageEvent> {
  private static final String PASSED_THROUGH = "passed-through";

  private final Messages messages;
  private final InvocationLog log;

  /** Reads the name of the product from the environment. */
  public CustomMessageHandler() {
    this(System.getenv(), InvocationLog.of("custom-message"));
    CustomMessagePriming.of(System.getenv()).registerIn(System.getenv());
  }

  CustomMessageHandler(Map<String, String> environment, InvocationLog log) {
    this.messages = Messages.from(environment);
    this.log = log;
  }

  @Override
  public CustomMessageEvent handleRequest(CustomMessageEvent event, Context context) {
    Invocation invocation = log.start(context);
    Outcome outcome;
    try {
      outcome = word(event, invocation);
    } catch (Throwable failure) {
      // Whatever it is, Cognito can still send its own words.
      invocation.failedBy(failure);
      outcome = Outcome.error(PASSED_THROUGH, "INTERNAL");
    }
    invocation.ended(outcome);
    return event;
  }

  private Outcome word(CustomMessageEvent event, Invocation invocation) {
    invocation.calledFor(event.getTriggerSource());
    Optional<MessageKind> kind = MessageKind.of(event.getTriggerSource());
    if (kind.isEmpty()) {
      return Outcome.of(PASSED_THROUGH);
    }
    CustomMessageEvent.@Nullable Request request = event.getRequest();
    @Nullable String codeParameter = request == null ? null : request.getCodeParameter();
    if (codeParameter == null || codeParameter.isEmpty()) {
      return Outcome.error(PASSED_THROUGH, "CODE_PARAMETER_MISSING");
    }
    answer(event, messages.mail(kind.get(), codeParameter));
    return Outcome.of("worded");
  }

  private static void answer(CustomMessageEvent event, Mail mail) {
    Response response = event.getResponse() == null ? new Response() : event.getResponse();
    response.setEmailSubject(mail.subject());
    response.setEmailMessage(mail.body());
    event.setResponse(response);
  }
}

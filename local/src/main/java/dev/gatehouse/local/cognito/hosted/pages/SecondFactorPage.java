package dev.gatehouse.local.cognito.hosted.pages;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.signin.HostedSignIn;
import dev.gatehouse.local.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that asks for a second factor, or sets one up: {@code /mfa}. */
public record SecondFactorPage(HostedSignIn signIn, SignInRedirect redirect) implements HostedPage {
  static final String PATH = "/mfa";
  private static final String BUTTON = "Sign in";

  /**
   * The state of the page, which its form carries.
   *
   * @param detail the destination of a code, or the secret of a software token to be set up
   */
  private record State(String username, String challenge, String session, String detail) {

    static State of(PageRequest request) {
      return new State(
          request.field("username"),
          request.field("challenge"),
          request.field("session"),
          request.field("detail"));
    }

    FormField[] fields() {
      return new FormField[] {
        FormField.hidden("username", username),
        FormField.hidden("challenge", challenge),
        FormField.hidden("session", session),
        FormField.hidden("detail", detail)
      };
    }
  }

  /** Signs in a user who has proved the password, or asks for the second factor. */
  Response next(PageRequest request, PoolUser user) {
    Optional<JsonObject> challenge = signIn.secondFactor(request.app(), user);
    return challenge.isPresent()
        ? HtmlResponses.of(page(request, null, state(user.username(), challenge.get())))
        : complete(request, user);
  }

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    return page(request, problem, State.of(request));
  }

  @Override
  public Response submit(PageRequest request) {
    State state = State.of(request);
    String code = request.strippedField("code");
    return switch (state.challenge()) {
      case HostedSignIn.SELECT -> {
        JsonObject chosen =
            signIn.choose(
                request.app(), state.username(), state.session(), request.field("factor"));
        yield HtmlResponses.of(page(request, null, state(state.username(), chosen)));
      }
      case HostedSignIn.SETUP ->
          complete(request, signIn.setUp(request.app(), state.username(), state.session(), code));
      default ->
          complete(
              request,
              signIn.respond(
                  request.app(), state.username(), state.challenge(), state.session(), code));
    };
  }

  private Response complete(PageRequest request, PoolUser user) {
    signIn.complete(request.app(), user);
    return redirect.toClient(request, user);
  }

  private State state(String username, JsonObject challenge) {
    String name = challenge.get("ChallengeName").getAsString();
    String session = challenge.get("Session").getAsString();
    if (name.equals(HostedSignIn.SETUP)) {
      JsonObject setup = signIn.associate(session);
      return new State(
          username,
          name,
          setup.get("Session").getAsString(),
          setup.get("SecretCode").getAsString());
    }
    JsonObject parameters = challenge.getAsJsonObject("ChallengeParameters");
    return new State(
        username,
        name,
        session,
        parameters.has("CODE_DELIVERY_DESTINATION")
            ? parameters.get("CODE_DELIVERY_DESTINATION").getAsString()
            : "");
  }

  private static FormPage page(PageRequest request, @Nullable String problem, State state) {
    FormPage form =
        state.challenge().equals(HostedSignIn.SELECT)
            ? choice(request, state)
            : code(request, state).withFields(state.fields());
    return form.withProblem(problem);
  }

  private static FormPage choice(PageRequest request, State state) {
    return request
        .newPage("Choose how to sign in", PATH, "Use the authenticator app")
        .withFields(state.fields())
        .withFields(FormField.hidden("factor", UserMfa.SOFTWARE_TOKEN))
        .withButtonForm(request.address(PATH), "Send a code by e-mail")
        .withButtonFields(state.fields())
        .withButtonFields(FormField.hidden("factor", UserMfa.EMAIL));
  }

  private static FormPage code(PageRequest request, State state) {
    return switch (state.challenge()) {
      case HostedSignIn.SETUP ->
          request
              .newPage("Set up an authenticator app", PATH, BUTTON)
              .withLead("Enter this secret in your authenticator app: " + state.detail())
              .withFields(FormField.appCode());
      case UserMfa.EMAIL ->
          request
              .newPage("Enter the code", PATH, BUTTON)
              .withLead("We sent a code to %s.".formatted(state.detail()))
              .withFields(FormField.code());
      default -> request.newPage("Enter the code", PATH, BUTTON).withFields(FormField.appCode());
    };
  }
}

package dev.gatehouse.integrationtests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.limits.DocumentedLimit.DocumentedAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user whose requests may meet a limit. */
public final class LimitedUser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LocalEmulator emulator;
  private final ApiClient api;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();
  private String token = "";

  /** Creates a user who has not signed up yet. */
  public LimitedUser(LocalEmulator emulator) {
    this.emulator = emulator;
    this.api = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  /** Brings the user to the state in which a request is sent. */
  public void prepare(String request) {
    switch (request) {
      case "POST /user" -> {
        // Nobody has signed up yet.
      }
      case "POST /user/validate" -> signUp();
      case "POST /user/resend" -> {
        signUp();
        inbox.awaitMail(user, 1);
      }
      case "InitiateAuth" -> confirm();
      default -> signIn();
    }
  }

  /** Sends a request. */
  public DocumentedAnswer send(String request) throws IOException, InterruptedException {
    TextResponse response =
        switch (request) {
          case "POST /user" -> api.signUp(user);
          case "POST /user/validate" -> api.validate(user, inbox.codeFor(user));
          case "POST /user/resend" -> api.resend(user);
          case "GET /user/profile" -> api.profile(token());
          case "PATCH /user/profile" -> api.changeProfile(token(), "{\"givenName\":\"Jane\"}");
          case "DELETE /user" -> api.deleteUser(token());
          case "InitiateAuth" -> initiateAuth();
          default -> throw new AssertionError("no user sends " + request);
        };
    return new DocumentedAnswer(
        response.status(),
        errorOf(response),
        response.headers().firstValue("Retry-After").orElse(""));
  }

  /** Returns the mails to the user. */
  public int mails() {
    return inbox.mailsTo(user).size();
  }

  /** Completes the journey, and asserts that the user has exactly one right row. */
  public void finish() throws InterruptedException {
    if (find().isEmpty()) {
      signUp();
    }
    if (find().orElseThrow().userStatus() == UserStatusType.UNCONFIRMED) {
      TextResponse confirmed = api.validate(user, inbox.codeFor(user));
      assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    }
    AdminGetUserResponse found = find().orElseThrow();
    assertThat(found.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    assertThat(new AwaitedRow(emulator, account).of(found.username()))
        .containsEntry("email", AttributeValue.fromS(user.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true));
  }

  /** Asserts that neither the user nor the row is there. */
  void isErased() {
    assertThat(find()).isEmpty();
    String sub = JsonParser.parseString(payload()).getAsJsonObject().get("sub").getAsString();
    assertThat(account.row(sub)).isEmpty();
  }

  private String payload() {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private Optional<AdminGetUserResponse> find() {
    try {
      return Optional.of(
          account
              .cognito()
              .adminGetUser(get -> get.userPoolId(account.poolId()).username(user.email())));
    } catch (UserNotFoundException e) {
      return Optional.empty();
    }
  }

  private void signUp() {
    TextResponse created = api.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
  }

  private void confirm() {
    signUp();
    TextResponse confirmed = api.validate(user, inbox.codeFor(user));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
  }

  private void signIn() {
    confirm();
    assertThat(token()).isNotEmpty();
  }

  private String token() {
    if (token.isEmpty()) {
      token = account.signIn(user).accessToken();
    }
    return token;
  }

  private TextResponse initiateAuth() throws IOException, InterruptedException {
    JsonObject parameters = new JsonObject();
    Map.of("USERNAME", user.email(), "PASSWORD", user.password()).forEach(parameters::addProperty);
    JsonObject body = new JsonObject();
    body.addProperty("AuthFlow", "USER_PASSWORD_AUTH");
    body.addProperty("ClientId", account.clientId());
    body.add("AuthParameters", parameters);
    return TextResponse.of(
        HTTP.send(
            HttpRequest.newBuilder(emulator.aws())
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString()));
  }

  /** Returns the code of a problem, or the type of an error of AWS. */
  private static String errorOf(TextResponse response) {
    if (response.status() < 400) {
      return "";
    }
    JsonObject body = response.json();
    JsonElement code = body.has("code") ? body.get("code") : body.get("__type");
    return code == null ? "" : code.getAsString();
  }
}

package dev.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderAsyncClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** The AWS SDK for Java 2, which signs in by USER_PASSWORD_AUTH, as it has no SRP. */
final class AwsSdkForJava implements Client.ClientRun {

  private static final String PASSWORD = "Correct-horse-9";
  private static final String NEW_PASSWORD = "Correct-horse-10";
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "credentials"));

  private final String name;
  private final Function<RunningEmulator, CognitoIdentityProviderClient> clients;

  private AwsSdkForJava(
      String name, Function<RunningEmulator, CognitoIdentityProviderClient> clients) {
    this.name = name;
    this.clients = clients;
  }

  /** Returns the steps through the synchronous client. */
  static AwsSdkForJava sync() {
    return new AwsSdkForJava("aws-sdk-java", AwsSdkForJava::client);
  }

  /** Returns the steps through the asynchronous client. */
  static AwsSdkForJava async() {
    return new AwsSdkForJava("aws-sdk-java-async", AwsSdkForJava::awaiting);
  }

  /** Returns a synchronous client of an emulator. */
  static CognitoIdentityProviderClient client(RunningEmulator emulator) {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(emulator.aws())
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  /** Returns a client whose every call is one of the asynchronous client, awaited. */
  private static CognitoIdentityProviderClient awaiting(RunningEmulator emulator) {
    CognitoIdentityProviderAsyncClient async =
        CognitoIdentityProviderAsyncClient.builder()
            .endpointOverride(emulator.aws())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
    return (CognitoIdentityProviderClient)
        Proxy.newProxyInstance(
            AwsSdkForJava.class.getClassLoader(),
            new Class<?>[] {CognitoIdentityProviderClient.class},
            (proxy, method, arguments) -> await(async, method, arguments));
  }

  private static Object await(
      CognitoIdentityProviderAsyncClient async, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      async.close();
      return method;
    }
    try {
      Method same =
          CognitoIdentityProviderAsyncClient.class.getMethod(
              method.getName(), method.getParameterTypes());
      return ((CompletableFuture<?>) same.invoke(async, arguments)).join();
    } catch (CompletionException | InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Outcome against(RunningEmulator emulator) {
    Outcome outcome = new Outcome();
    outcome.version(VersionInfo.SDK_VERSION);
    try (CognitoIdentityProviderClient client = clients.apply(emulator)) {
      new Journey(emulator, client, name).run(outcome);
    }
    return outcome;
  }

  /** The steps of one user. */
  private static final class Journey {
    private final RunningEmulator emulator;
    private final CognitoIdentityProviderClient client;
    private final String name;
    private final String username;
    private final String clientId;
    private AuthenticationResultType tokens = AuthenticationResultType.builder().build();

    Journey(RunningEmulator emulator, CognitoIdentityProviderClient client, String name) {
      this.emulator = emulator;
      this.client = client;
      this.name = name;
      username = name + "-" + System.nanoTime() + "@example.com";
      clientId = emulator.info("userPoolClientId");
    }

    void run(Outcome outcome) {
      outcome.record(Step.SIGN_UP, this::signUp);
      outcome.record(Step.CONFIRM, this::confirm);
      outcome.record(Step.SIGN_IN, this::signIn);
      outcome.record(Step.REFRESH, this::refreshAfterExpiry);
      outcome.record(Step.CHANGE_PASSWORD, this::changePassword);
      outcome.record(Step.TOTP, this::authenticatorApp);
      outcome.record(Step.GROUPS, this::groups);
      outcome.record(Step.SIGN_OUT, this::signOut);
    }

    private void signUp() {
      AttributeType email = AttributeType.builder().name("email").value(username).build();
      assertThat(
              client
                  .signUp(
                      it ->
                          it.clientId(clientId)
                              .username(username)
                              .password(PASSWORD)
                              .userAttributes(email))
                  .userConfirmed())
          .isFalse();
    }

    private void confirm() {
      String code = emulator.codeFor(username);
      assertThat(
              client.confirmSignUp(
                  it -> it.clientId(clientId).username(username).confirmationCode(code)))
          .isNotNull();
    }

    private InitiateAuthResponse initiate(String password) {
      return client.initiateAuth(
          it ->
              it.clientId(clientId)
                  .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                  .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
    }

    private void signIn() {
      tokens = initiate(PASSWORD).authenticationResult();
      getUser();
    }

    private void getUser() {
      assertThat(client.getUser(it -> it.accessToken(tokens.accessToken())).userAttributes())
          .anyMatch(each -> each.name().equals("email") && each.value().equals(username));
    }

    private void refresh() {
      AuthenticationResultType fresh =
          client
              .getTokensFromRefreshToken(
                  it -> it.clientId(clientId).refreshToken(tokens.refreshToken()))
              .authenticationResult();
      String refreshToken =
          fresh.refreshToken() == null ? tokens.refreshToken() : fresh.refreshToken();
      tokens = fresh.copy(it -> it.refreshToken(refreshToken));
    }

    private void refreshAfterExpiry() {
      emulator.moveClock(Duration.ofMinutes(61));
      assertThatThrownBy(this::getUser).isInstanceOf(NotAuthorizedException.class);
      refresh();
      getUser();
    }

    private void changePassword() {
      assertThat(
              client.changePassword(
                  it ->
                      it.accessToken(tokens.accessToken())
                          .previousPassword(PASSWORD)
                          .proposedPassword(NEW_PASSWORD)))
          .isNotNull();
      tokens = initiate(NEW_PASSWORD).authenticationResult();
    }

    private void authenticatorApp() throws GeneralSecurityException {
      String token = tokens.accessToken();
      String secret = client.associateSoftwareToken(it -> it.accessToken(token)).secretCode();
      String first = AuthenticatorApp.code(secret, emulator.time());
      assertThat(
              client
                  .verifySoftwareToken(it -> it.accessToken(token).userCode(first))
                  .statusAsString())
          .isEqualTo("SUCCESS");
      assertThat(
              client.setUserMFAPreference(
                  it ->
                      it.accessToken(token)
                          .softwareTokenMfaSettings(app -> app.enabled(true).preferredMfa(true))))
          .isNotNull();
      InitiateAuthResponse challenge = initiate(NEW_PASSWORD);
      assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
      emulator.moveClock(Duration.ofMinutes(1));
      String second = AuthenticatorApp.code(secret, emulator.time());
      tokens =
          client
              .respondToAuthChallenge(
                  it ->
                      it.clientId(clientId)
                          .challengeName(challenge.challengeName())
                          .session(challenge.session())
                          .challengeResponses(
                              Map.of("USERNAME", username, "SOFTWARE_TOKEN_MFA_CODE", second)))
              .authenticationResult();
    }

    private void groups() {
      String poolId = emulator.info("userPoolId");
      assertThat(client.createGroup(it -> it.userPoolId(poolId).groupName(name))).isNotNull();
      assertThat(
              client.adminAddUserToGroup(
                  it -> it.userPoolId(poolId).groupName(name).username(username)))
          .isNotNull();
      refresh();
      for (String token : List.of(tokens.accessToken(), tokens.idToken())) {
        assertThat(AuthenticatorApp.claims(token).getAsJsonArray("cognito:groups"))
            .hasToString("[\"%s\"]".formatted(name));
      }
    }

    private void signOut() {
      assertThat(client.globalSignOut(it -> it.accessToken(tokens.accessToken()))).isNotNull();
      assertThatThrownBy(this::refresh).isInstanceOf(NotAuthorizedException.class);
    }
  }
}

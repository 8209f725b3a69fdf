package dev.gatehouse.integrationtests.clients;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/** The emulated AWS account, through the AWS SDK. */
public final class AwsAccount {
  private final LocalEmulator emulator;
  private final CognitoIdentityProviderClient cognito;
  private final DynamoDbClient dynamoDb;
  private final SesClient ses;

  /** Creates SDK clients for an emulator. */
  public AwsAccount(LocalEmulator emulator) {
    this.emulator = emulator;
    this.cognito = client(CognitoIdentityProviderClient.builder(), emulator.aws());
    this.dynamoDb = client(DynamoDbClient.builder(), emulator.aws());
    this.ses = client(SesClient.builder(), emulator.aws());
  }

  /** Returns a client of the endpoint; any credentials do, since signatures are not checked. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "credentials")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Returns the Cognito client. */
  public CognitoIdentityProviderClient cognito() {
    return cognito;
  }

  SesClient ses() {
    return ses;
  }

  /** Returns the id of the app client. */
  public String clientId() {
    return emulator.info("userPoolClientId");
  }

  /** Returns the id of the user pool. */
  public String poolId() {
    return emulator.info("userPoolId");
  }

  /** Adds a user to a group, which is created if there is none. */
  public void addToGroup(SignUpUser user, String group) {
    try {
      cognito.createGroup(create -> create.userPoolId(poolId()).groupName(group));
    } catch (GroupExistsException created) {
      // By a journey before.
    }
    cognito.adminAddUserToGroup(
        add -> add.userPoolId(poolId()).username(user.email()).groupName(group));
  }

  /** Signs up through Cognito's API, with further members of the request. */
  public void signUp(SignUpUser user, Consumer<SignUpRequest.Builder> more) {
    cognito.signUp(
        signUp ->
            more.accept(
                signUp.clientId(clientId()).username(user.email()).password(user.password())));
  }

  /** Returns the text with which Cognito refuses a sign-up; fails if Cognito accepts it. */
  public String refusal(SignUpUser user) {
    try {
      signUp(user, nothing -> {});
    } catch (UserLambdaValidationException e) {
      return e.awsErrorDetails().errorMessage();
    }
    throw new AssertionError("Cognito accepts the sign-up");
  }

  /** Signs in with the password and returns the tokens. */
  public AuthenticationResultType signIn(SignUpUser user) {
    return initiateSignIn(user).authenticationResult();
  }

  /** Signs in with the password and returns the tokens or a challenge. */
  public InitiateAuthResponse initiateSignIn(SignUpUser user) {
    return cognito.initiateAuth(
        auth ->
            auth.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(clientId())
                .authParameters(Map.of("USERNAME", user.email(), "PASSWORD", user.password())));
  }

  /** Puts a row into the users table, as another tool would. */
  public void putRow(Map<String, AttributeValue> row) {
    dynamoDb.putItem(put -> put.tableName(emulator.info("tableName")).item(row));
  }

  /** Deletes a user's row. */
  public void deleteRow(String sub) {
    dynamoDb.deleteItem(
        delete ->
            delete
                .tableName(emulator.info("tableName"))
                .key(Map.of("sub", AttributeValue.fromS(sub))));
  }

  /** Returns the pool's attributes of the token's user. */
  public Map<String, String> attributes(String accessToken) {
    return cognito.getUser(get -> get.accessToken(accessToken)).userAttributes().stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  /** Returns a user's row in the users table, empty if there is none. */
  public Map<String, AttributeValue> row(String sub) {
    return dynamoDb
        .getItem(
            get ->
                get.tableName(emulator.info("tableName"))
                    .key(Map.of("sub", AttributeValue.fromS(sub)))
                    .consistentRead(true))
        .item();
  }
}

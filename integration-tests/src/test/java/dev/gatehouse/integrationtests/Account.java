package dev.gatehouse.integrationtests;

import java.net.URI;
import java.util.Map;
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
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;

/** The AWS account as the AWS SDK sees it. */
final class Account {
  private final Machine machine;
  private final CognitoIdentityProviderClient cognito;
  private final DynamoDbClient dynamoDb;
  private final SesClient ses;

  Account(Machine machine) {
    this.machine = machine;
    this.cognito = client(CognitoIdentityProviderClient.builder(), machine.aws());
    this.dynamoDb = client(DynamoDbClient.builder(), machine.aws());
    this.ses = client(SesClient.builder(), machine.aws());
  }

  /** Returns a client with any credentials, since signatures are not checked. */
  static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "credentials")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  CognitoIdentityProviderClient cognito() {
    return cognito;
  }

  SesClient ses() {
    return ses;
  }

  String clientId() {
    return machine.about("userPoolClientId");
  }

  String poolId() {
    return machine.about("userPoolId");
  }

  /** Signs in with the password and returns the tokens. */
  AuthenticationResultType signIn(Person person) {
    return tryToSignIn(person).authenticationResult();
  }

  /** Signs in with the password and returns the tokens or what stands before them. */
  InitiateAuthResponse tryToSignIn(Person person) {
    return cognito.initiateAuth(auth ->
        auth.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
            .clientId(clientId())
            .authParameters(Map.of("USERNAME", person.email(), "PASSWORD", person.password())));
  }

  /** Loses the row of this user. */
  void deleteRow(String sub) {
    dynamoDb.deleteItem(delete ->
        delete.tableName(machine.about("tableName")).key(Map.of("sub", AttributeValue.fromS(sub))));
  }

  /** Returns what the pool has of the bearer of this token, by attribute. */
  Map<String, String> attributes(String accessToken) {
    return cognito.getUser(get -> get.accessToken(accessToken)).userAttributes().stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  /** Returns the row of this user in the users table, empty if there is none. */
  Map<String, AttributeValue> row(String sub) {
    return dynamoDb
        .getItem(get ->
            get.tableName(machine.about("tableName"))
                .key(Map.of("sub", AttributeValue.fromS(sub)))
                .consistentRead(true))
        .item();
  }
}

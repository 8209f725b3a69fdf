package dev.gatehouse.benchmarks.baselines;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;

/** The profile route as AWS's getting-started pages write it, with default settings. */
public final class NaiveApiHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final ObjectMapper json = new ObjectMapper();
  private final CognitoIdentityProviderClient cognito = CognitoIdentityProviderClient.create();
  private final DynamoDbTable<NaiveUser> table =
      DynamoDbEnhancedClient.create()
          .table(System.getenv("USERS_TABLE"), TableSchema.fromBean(NaiveUser.class));

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    try {
      String token = json.readTree(event.getBody()).get("access_token").asText();
      GetUserResponse holder = cognito.getUser(get -> get.accessToken(token));
      NaiveUser user = table.getItem(Key.builder().partitionValue(holder.username()).build());
      return new APIGatewayProxyResponseEvent()
          .withStatusCode(200)
          .withHeaders(Map.of("Content-Type", "application/json"))
          .withBody(json.writeValueAsString(Map.of("profile", user)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

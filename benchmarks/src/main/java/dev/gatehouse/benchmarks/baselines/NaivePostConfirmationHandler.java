package dev.gatehouse.benchmarks.baselines;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The PostConfirmation trigger as AWS's getting-started pages write it, with default settings. */
public final class NaivePostConfirmationHandler
    implements RequestHandler<
        CognitoUserPoolPostConfirmationEvent, CognitoUserPoolPostConfirmationEvent> {
  private final ObjectMapper json = new ObjectMapper();
  private final DynamoDbTable<NaiveUser> table =
      DynamoDbEnhancedClient.create()
          .table(System.getenv("USERS_TABLE"), TableSchema.fromBean(NaiveUser.class));

  @Override
  public CognitoUserPoolPostConfirmationEvent handleRequest(
      CognitoUserPoolPostConfirmationEvent event, Context context) {
    NaiveUser user = user(event);
    try {
      table.putItem(
          PutItemEnhancedRequest.builder(NaiveUser.class)
              .item(user)
              .conditionExpression(
                  Expression.builder().expression("attribute_not_exists(email)").build())
              .build());
      System.out.println(json.writeValueAsString(Map.of("outcome", "copied")));
    } catch (ConditionalCheckFailedException rowIsThere) {
      System.out.println("already there");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return event;
  }

  private static NaiveUser user(CognitoUserPoolPostConfirmationEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    String now = Instant.now().toString();
    NaiveUser user = new NaiveUser();
    user.setSub(attributes.get("sub"));
    user.setEmail(attributes.get("email"));
    user.setEmailVerified(true);
    user.setCreatedAt(now);
    user.setConfirmedAt(now);
    user.setUpdatedAt(now);
    user.setUserName(event.getUserName());
    user.setUserPoolId(event.getUserPoolId());
    user.setVersion(1L);
    return user;
  }
}

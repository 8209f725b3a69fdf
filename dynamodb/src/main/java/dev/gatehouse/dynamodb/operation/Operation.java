package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.wire.Parameters;

/** An operation of DynamoDB. */
@FunctionalInterface
public interface Operation {

  /** Returns the members of the answer; throws DynamoDbException for a refused request. */
  JsonObject answer(Parameters parameters);
}

package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Instant;
import java.util.function.Consumer;

/** The tags of user pools. */
public final class PoolTags {
  private static final String TAGS = "UserPoolTags";

  private PoolTags() {}

  /** Returns the shape of a request for a user pool by its ARN. */
  public static RequestShape.Builder shape() {
    return RequestShape.builder().required("ResourceArn", new Text(20, 2048, null, false));
  }

  /** Returns the user pool of a request; throws ResourceNotFoundException if there is none. */
  public static UserPool pool(UserPools pools, AwsRequest request) {
    String arn = request.text("ResourceArn");
    return pools.all().stream()
        .filter(pool -> pool.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> CognitoErrors.poolDoesNotExist(arn.substring(arn.lastIndexOf('/') + 1)));
  }

  /** Returns the tags of a user pool. */
  public static JsonObject of(UserPool pool) {
    return of(pool.settings().declared());
  }

  /** Changes the tags of a user pool. */
  public static void change(
      UserPool pool, DataKeys keys, Instant now, Consumer<JsonObject> change) {
    PoolSettings.apply(
        () ->
            pool.update(
                before -> {
                  JsonObject declared = before.deepCopy();
                  JsonObject tags = of(declared);
                  change.accept(tags);
                  declared.add(TAGS, tags);
                  return declared;
                },
                keys,
                now));
  }

  private static JsonObject of(JsonObject declared) {
    return declared.get(TAGS) instanceof JsonObject tags ? tags.deepCopy() : new JsonObject();
  }
}

package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.Pagination;
import dev.gatehouse.local.cognito.requests.ResponseJson;
import dev.gatehouse.local.cognito.requests.UserFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation that lists the users of a pool, the oldest first. A pagination token ends with the
 * time at which it was issued.
 */
public record ListUsers(UserPools pools, Clock clock) implements Operation {
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final Pattern TOKEN = Pattern.compile("([\\w-]+)\\.(\\d{1,12})");
  private static final String TOKEN_MEMBER = "PaginationToken";

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("AttributesToGet", new ListOf(MemberConstraints.ATTRIBUTE_NAME))
        .optional("Limit", new Whole(0, Pagination.MAX_SIZE))
        .optional(TOKEN_MEMBER, MemberConstraints.PAGINATION_TOKEN)
        .optional("Filter", new Text(0, 256, null, false))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    int limit = request.number("Limit").orElse(0);
    List<String> attributesToGet = request.texts("AttributesToGet");
    List<PoolUser> users =
        pool.users().all().stream()
            .filter(UserFilter.parse(request.optional("Filter").orElse("")))
            .toList();
    return dated(
        Pagination.fromToken(
                request.optional(TOKEN_MEMBER).map(this::valid),
                limit == 0 ? Pagination.MAX_SIZE : limit)
            .page(
                users,
                user ->
                    ResponseJson.summary(
                        user,
                        "Attributes",
                        name -> attributesToGet.isEmpty() || attributesToGet.contains(name)),
                "Users",
                TOKEN_MEMBER));
  }

  /** Returns a token without its time; throws if the time is too long ago. */
  private String valid(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()
        || Instant.ofEpochSecond(Long.parseLong(parts.group(2)))
            .plus(TOKEN_LIFE)
            .isBefore(clock.instant())) {
      throw CognitoErrors.invalidParameter("Invalid pagination token.");
    }
    return parts.group(1);
  }

  private JsonObject dated(JsonObject page) {
    if (page.has(TOKEN_MEMBER)) {
      page.addProperty(
          TOKEN_MEMBER,
          page.get(TOKEN_MEMBER).getAsString() + "." + clock.instant().getEpochSecond());
    }
    return page;
  }
}

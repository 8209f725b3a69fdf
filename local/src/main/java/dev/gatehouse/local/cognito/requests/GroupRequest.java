package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.Group;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The requests and the JSON of groups. */
public final class GroupRequest {
  public static final Constraint NAME =
      new Text(1, 128, Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"), false);
  private static final Constraint ROLE =
      new Text(
          20,
          2048,
          Pattern.compile(
              "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:"
                  + "[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?"),
          false);

  private GroupRequest() {}

  /** Returns the shape of a request for a group, without members of the operation itself. */
  public static RequestShape.Builder shape() {
    return RequestShape.builder()
        .required("GroupName", NAME)
        .required("UserPoolId", MemberConstraints.USER_POOL_ID);
  }

  /** Returns the shape of a request with the settings of a group. */
  public static RequestShape shapeWithSettings() {
    return shape()
        .optional("Description", new Text(0, 2048, null, false))
        .optional("RoleArn", ROLE)
        .optional("Precedence", new Whole(0, Integer.MAX_VALUE))
        .build();
  }

  /** Adds the members of a request for a page of a list. */
  public static RequestShape.Builder withPage(RequestShape.Builder shape) {
    return shape
        .optional("Limit", new Whole(0, Pagination.MAX_SIZE))
        .optional("NextToken", MemberConstraints.PAGINATION_TOKEN);
  }

  /** Returns the requested page. */
  public static Pagination page(AwsRequest request) {
    int limit = request.number("Limit").orElse(0);
    return Pagination.fromToken(
        request.optional("NextToken"), limit == 0 ? Pagination.MAX_SIZE : limit);
  }

  /** Returns the group with the settings that a request has. */
  public static Group withSettings(Group group, AwsRequest request, Instant now) {
    OptionalInt precedence = request.number("Precedence");
    return new Group(
        group.name(),
        request.optional("Description").orElse(group.description()),
        request.optional("RoleArn").orElse(group.roleArn()),
        precedence.isPresent() ? Integer.valueOf(precedence.getAsInt()) : group.precedence(),
        group.created(),
        now);
  }

  /** Returns a group, without the settings that it does not have. */
  public static JsonObject json(UserPool pool, Group group) {
    JsonObject json = Json.object("GroupName", group.name(), "UserPoolId", pool.id());
    if (group.description() != null) {
      json.addProperty("Description", group.description());
    }
    if (group.roleArn() != null) {
      json.addProperty("RoleArn", group.roleArn());
    }
    if (group.precedence() != null) {
      json.addProperty("Precedence", group.precedence());
    }
    json.add("LastModifiedDate", Json.epochSeconds(group.modified()));
    json.add("CreationDate", Json.epochSeconds(group.created()));
    return json;
  }
}

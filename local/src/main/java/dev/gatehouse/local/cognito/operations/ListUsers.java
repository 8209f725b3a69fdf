package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Constraint.ListOf;
import dev.gatehouse.local.cognito.wire.Constraint.Text;
import dev.gatehouse.local.cognito.wire.Constraint.Whole;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.util.List;

/** Lists the users of a pool, filtered and page by page, the oldest first. */
record ListUsers(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("UserPoolId", Shape.POOL_ID)
        .optional("AttributesToGet", new ListOf(Shape.ATTRIBUTE_NAME))
        .optional("Limit", new Whole(0, Page.LONGEST))
        .optional("PaginationToken", Shape.PAGE)
        .optional("Filter", new Text(0, 256, null, false))
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = pools.pool(input.text("UserPoolId"));
    int limit = input.number("Limit").orElse(0);
    List<String> shown = input.texts("AttributesToGet");
    List<PoolUser> users =
        pool.users().all().stream()
            .filter(UserFilter.of(input.optional("Filter").orElse("")))
            .toList();
    return Page.of(input.optional("PaginationToken"), limit == 0 ? Page.LONGEST : limit)
        .of(
            users,
            user ->
                Described.user(user, "Attributes", name -> shown.isEmpty() || shown.contains(name)),
            "Users",
            "PaginationToken");
  }
}

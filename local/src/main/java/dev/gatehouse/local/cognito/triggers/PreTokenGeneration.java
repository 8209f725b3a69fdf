package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.triggers.TokenChanges.ClaimChanges;
import dev.gatehouse.local.cognito.triggers.TokenChanges.GroupNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The PreTokenGeneration trigger in its versions V1_0 and V2_0, which changes tokens. */
public final class PreTokenGeneration {
  private final TriggerInvoker triggers;

  /**
   * The tokens to be issued.
   *
   * @param source the part of the trigger source after the underscore
   * @param scopes the scopes of the access token
   */
  public record TokenRequest(
      String source, CallerContext caller, GroupNames groups, Collection<String> scopes) {}

  /** Creates the trigger. */
  public PreTokenGeneration(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /** Returns the changes of the function, none without one. */
  public TokenChanges changes(UserPool pool, PoolUser user, TokenRequest request) {
    boolean second = pool.settings().trigger(Trigger.PRE_TOKEN_GENERATION_V2).isPresent();
    Trigger trigger = second ? Trigger.PRE_TOKEN_GENERATION_V2 : Trigger.PRE_TOKEN_GENERATION;
    String member = second ? "claimsAndScopeOverrideDetails" : "claimsOverrideDetails";
    TriggerEvent event =
        new TriggerEvent(
            second ? "2" : "1",
            "TokenGeneration_" + request.source(),
            user.username(),
            request.caller(),
            members(user, request, second),
            Json.object(member, JsonNull.INSTANCE));
    return triggers
        .invoke(trigger, pool, event)
        .map(result -> object(result.getAsJsonObject("response"), member))
        .map(details -> second ? second(details) : first(details))
        .orElse(TokenChanges.NONE);
  }

  private static JsonObject members(PoolUser user, TokenRequest request, boolean second) {
    GroupNames groups = request.groups();
    JsonObject members =
        Json.object(
            "userAttributes",
            Json.of(TriggerUserAttributes.attributes(user)),
            "groupConfiguration",
            Json.object(
                "groupsToOverride",
                Json.array(groups.groups()),
                "iamRolesToOverride",
                Json.array(groups.roles()),
                "preferredRole",
                groups
                    .preferredRole()
                    .<JsonElement>map(JsonPrimitive::new)
                    .orElse(JsonNull.INSTANCE)));
    if (second) {
      members.add("scopes", Json.array(request.scopes()));
    }
    return members;
  }

  private static TokenChanges first(JsonObject details) {
    return new TokenChanges(
        claims(details), ClaimChanges.NONE, List.of(), List.of(), groups(details));
  }

  private static TokenChanges second(JsonObject details) {
    JsonObject access = object(details, "accessTokenGeneration");
    return new TokenChanges(
        claims(object(details, "idTokenGeneration")),
        claims(access),
        texts(access, "scopesToAdd"),
        texts(access, "scopesToSuppress"),
        groups(details));
  }

  private static ClaimChanges claims(JsonObject of) {
    return new ClaimChanges(
        Map.copyOf(object(of, "claimsToAddOrOverride").asMap()), texts(of, "claimsToSuppress"));
  }

  private static Optional<GroupNames> groups(JsonObject details) {
    JsonObject groups = object(details, "groupOverrideDetails");
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> preferred =
        Optional.ofNullable(groups.get("preferredRole"))
            .filter(JsonPrimitive.class::isInstance)
            .map(JsonElement::getAsString);
    return Optional.of(
        new GroupNames(
            texts(groups, "groupsToOverride"), texts(groups, "iamRolesToOverride"), preferred));
  }

  private static JsonObject object(JsonObject from, String name) {
    JsonElement value = from.get(name);
    if (value == null || value.isJsonNull()) {
      return new JsonObject();
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw TriggerInvoker.unrecognizable();
  }

  private static List<String> texts(JsonObject from, String name) {
    JsonElement value = from.get(name);
    if (value == null || value.isJsonNull()) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      throw TriggerInvoker.unrecognizable();
    }
    return StreamSupport.stream(array.spliterator(), false)
        .map(
            each -> {
              if (each instanceof JsonPrimitive text && text.isString()) {
                return text.getAsString();
              }
              throw TriggerInvoker.unrecognizable();
            })
        .toList();
  }
}

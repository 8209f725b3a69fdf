package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Updates of user attributes, with the verification of a new e-mail address. */
public record AttributeUpdates(MessageDelivery delivery, Clock clock) {
  private static final String EMAIL = "email";
  private static final String VERIFIED = "email_verified";

  /**
   * Updates the attributes and returns the CodeDeliveryDetails of a code for a new e-mail address;
   * an empty value removes an attribute.
   */
  public JsonArray apply(
      UserPool pool, PoolUser user, Map<String, String> updates, CallerContext caller) {
    pool.settings().attributes().checkUpdates(updates);
    requireEmail(pool, updates);
    if (user.status() == UserStatus.UNCONFIRMED) {
      UserCreation.requireNoPreferredUsername(pool, updates.keySet());
    }
    Optional<String> newEmail = newEmail(user, updates);
    newEmail.ifPresent(email -> pool.users().requireEmailAvailable(email, user.username()));
    boolean verified = "true".equals(updates.get(VERIFIED));
    boolean pending =
        newEmail.isPresent() && !verified && pool.settings().verifiesEmailBeforeUpdate();
    Map<String, String> immediate = new LinkedHashMap<>(updates);
    if (pending) {
      immediate.remove(EMAIL);
    } else if (newEmail.isPresent()) {
      immediate.putIfAbsent(VERIFIED, "false");
    }
    Instant now = clock.instant();
    PoolUser updated =
        pool.users().update(user.username(), current -> update(current, immediate, now));
    JsonArray sent = new JsonArray();
    if (!verified && (pending || pool.settings().autoVerifiesEmail())) {
      newEmail.ifPresent(email -> sent.add(sendCode(pool, updated, email, caller)));
    }
    return sent;
  }

  /** Sends the code; triggers see the user with the new e-mail address. */
  private JsonObject sendCode(UserPool pool, PoolUser user, String email, CallerContext caller) {
    PoolUser addressee = user.withAttribute(EMAIL, email).withAttribute(VERIFIED, "false");
    return delivery.sendCode(CodeMessage.UPDATE_USER_ATTRIBUTE, pool, addressee, caller);
  }

  private static PoolUser update(PoolUser user, Map<String, String> updates, Instant now) {
    // A code for an earlier pending e-mail address must not restore it.
    PoolUser updated = updates.containsKey(EMAIL) ? user.without(Purpose.ATTRIBUTE) : user;
    for (Map.Entry<String, String> update : updates.entrySet()) {
      updated =
          update.getValue().isEmpty()
              ? updated.withoutAttribute(update.getKey())
              : updated.withAttribute(update.getKey(), update.getValue());
    }
    return updated.with(user.status(), now);
  }

  private static Optional<String> newEmail(PoolUser user, Map<String, String> updates) {
    return Optional.ofNullable(updates.get(EMAIL))
        .filter(email -> !email.isEmpty())
        .filter(email -> !user.attribute(EMAIL).equals(Optional.of(email)));
  }

  private static void requireEmail(UserPool pool, Map<String, String> updates) {
    if (pool.settings().emailAsUsername() && "".equals(updates.get(EMAIL))) {
      throw CognitoErrors.invalidParameter("Cannot delete email: users sign in with it.");
    }
  }
}

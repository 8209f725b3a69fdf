package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Changes a user's attributes; another address has to be proved, here and there beforehand. */
record AttributeChanges(Delivery delivery, Clock clock) {
  private static final String EMAIL = "email";
  private static final String VERIFIED = "email_verified";

  /**
   * Changes what may change at once and returns where a code went for the rest; an empty value
   * takes an attribute away.
   */
  JsonArray make(UserPool pool, PoolUser user, Map<String, String> changes, Caller caller) {
    pool.settings().attributes().checkChanges(changes);
    refuseToLoseTheName(pool, changes);
    Optional<String> address = otherAddress(user, changes);
    address.ifPresent(email -> pool.users().refuseIfTaken(email, user.username()));
    boolean proved = "true".equals(changes.get(VERIFIED));
    boolean waits = address.isPresent() && !proved && pool.settings().provesAddressFirst();
    Map<String, String> atOnce = new LinkedHashMap<>(changes);
    if (waits) {
      atOnce.remove(EMAIL);
    } else if (address.isPresent()) {
      atOnce.putIfAbsent(VERIFIED, "false");
    }
    Instant now = clock.instant();
    PoolUser changed =
        pool.users().update(user.username(), current -> changed(current, atOnce, now));
    JsonArray sent = new JsonArray();
    if (!proved && (waits || pool.settings().autoVerifiesEmail())) {
      address.ifPresent(email -> sent.add(sendCode(pool, changed, email, caller)));
    }
    return sent;
  }

  /** The functions see the user as whoever reads the mail would be: at the new address. */
  private JsonObject sendCode(UserPool pool, PoolUser user, String email, Caller caller) {
    PoolUser addressee = user.withAttribute(EMAIL, email).withAttribute(VERIFIED, "false");
    return delivery.sendCode(Message.UPDATE_USER_ATTRIBUTE, pool, addressee, caller);
  }

  private static PoolUser changed(PoolUser user, Map<String, String> changes, Instant now) {
    // A code for an address that waited must not bring that one back.
    PoolUser changed = changes.containsKey(EMAIL) ? user.without(Purpose.ATTRIBUTE) : user;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed =
          change.getValue().isEmpty()
              ? changed.withoutAttribute(change.getKey())
              : changed.withAttribute(change.getKey(), change.getValue());
    }
    return changed.with(user.status(), now);
  }

  private static Optional<String> otherAddress(PoolUser user, Map<String, String> changes) {
    return Optional.ofNullable(changes.get(EMAIL))
        .filter(email -> !email.isEmpty())
        .filter(email -> !user.attribute(EMAIL).equals(Optional.of(email)));
  }

  private static void refuseToLoseTheName(UserPool pool, Map<String, String> changes) {
    if (pool.settings().emailAsUsername() && "".equals(changes.get(EMAIL))) {
      throw CognitoError.invalidParameter("Cannot delete email: people sign in with it.");
    }
  }
}

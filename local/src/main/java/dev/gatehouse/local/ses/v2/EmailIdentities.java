package dev.gatehouse.local.ses.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.ses.account.Identities;
import java.util.List;

/** The operations on identities: each is verified as soon as it is created. */
record EmailIdentities(Identities identities) {

  /** Executes CreateEmailIdentity. */
  JsonObject create(AwsRequest request) {
    String name =
        request
            .optional("EmailIdentity")
            .filter(given -> !given.isBlank())
            .orElseThrow(
                () ->
                    new AwsException(
                        "BadRequestException",
                        "1 validation error detected: Value at 'emailIdentity' failed to satisfy"
                            + " constraint: Member must not be null"));
    if (identities.contains(name)) {
      throw new AwsException(
          "AlreadyExistsException", "Email identity %s already exist.".formatted(name));
    }
    identities.verify(name);
    return Json.object(
        "IdentityType", type(name),
        "VerifiedForSendingStatus", true,
        "DkimAttributes", dkim());
  }

  /** Executes GetEmailIdentity. */
  JsonObject get(String name) {
    requireExisting(name);
    return Json.object(
        "IdentityType",
        type(name),
        "FeedbackForwardingStatus",
        true,
        "VerifiedForSendingStatus",
        true,
        "VerificationStatus",
        "SUCCESS",
        "DkimAttributes",
        dkim(),
        "Policies",
        new JsonObject(),
        "Tags",
        new JsonArray());
  }

  /** Executes ListEmailIdentities, on one page. */
  JsonObject list() {
    JsonArray list = new JsonArray();
    for (String name : identities.all()) {
      list.add(
          Json.object(
              "IdentityName",
              name,
              "IdentityType",
              type(name),
              "SendingEnabled",
              true,
              "VerificationStatus",
              "SUCCESS"));
    }
    return Json.object("EmailIdentities", list);
  }

  /** Executes DeleteEmailIdentity. */
  JsonObject delete(String name) {
    requireExisting(name);
    identities.delete(name);
    return new JsonObject();
  }

  private void requireExisting(String name) {
    if (!identities.contains(name)) {
      throw new AwsException(
          404, "NotFoundException", "Email identity <%s> does not exist.".formatted(name));
    }
  }

  private static String type(String name) {
    return name.contains("@") ? "EMAIL_ADDRESS" : "DOMAIN";
  }

  private static JsonObject dkim() {
    return Json.object(
        "SigningEnabled", false, "Status", "NOT_STARTED", "Tokens", Json.array(List.of()));
  }
}

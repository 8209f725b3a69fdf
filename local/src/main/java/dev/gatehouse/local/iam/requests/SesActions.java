package dev.gatehouse.local.iam.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.ses.mail.MailboxAddress;
import dev.gatehouse.local.ses.operations.MimeReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The actions of SES's operations: sending needs the sender's identity and the configuration set.
 *
 * @param identityOf the verified identity that covers a sender
 */
record SesActions(UnaryOperator<String> identityOf) {

  private static final String PREFIX = AwsAction.arnPrefix("ses");

  /** Returns the actions of an operation of SES v1. */
  List<AwsAction> of(QueryRequest request) {
    String action = request.action();
    return switch (action) {
      case "SendEmail", "SendTemplatedEmail" ->
          sending(action, request.optional("Source"), request.optional("ConfigurationSetName"));
      case "SendRawEmail" ->
          sending(
              action,
              request.optional("Source").or(() -> from(request.optional("RawMessage.Data"))),
              request.optional("ConfigurationSetName"));
      default -> List.of(new AwsAction("ses:" + action, "*"));
    };
  }

  /** Returns the actions of an operation of SES v2. */
  List<AwsAction> of(Request request) {
    if (!request.path().equals("/v2/email/outbound-emails")) {
      return List.of(new AwsAction("ses:" + v2(request), "*"));
    }
    RequestMembers members = RequestMembers.of(request.text());
    JsonObject content = members.object("Content").json();
    String action =
        content.has("Raw")
            ? "SendRawEmail"
            : content.has("Template") ? "SendTemplatedEmail" : "SendEmail";
    Optional<String> raw = members.object("Content").object("Raw").text("Data");
    return sending(
        action,
        members.text("FromEmailAddress").or(() -> from(raw)),
        members.text("ConfigurationSetName"));
  }

  private List<AwsAction> sending(String action, Optional<String> from, Optional<String> set) {
    List<AwsAction> actions = new ArrayList<>();
    String identity = identityOf.apply(from.orElse(""));
    Map<String, String> context =
        from.map(sender -> Map.of("ses:fromaddress", MailboxAddress.of(sender))).orElse(Map.of());
    actions.add(new AwsAction("ses:" + action, PREFIX + "identity/" + identity, context));
    set.filter(name -> !name.isEmpty())
        .ifPresent(
            name ->
                actions.add(
                    new AwsAction("ses:" + action, PREFIX + "configuration-set/" + name, context)));
    return actions;
  }

  private static Optional<String> from(Optional<String> raw) {
    try {
      return raw.map(data -> Base64.getMimeDecoder().decode(data))
          .map(MimeReader::read)
          .map(mail -> mail.source());
    } catch (QueryError | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String v2(Request request) {
    return switch (request.method()) {
      case "POST" ->
          request.path().endsWith("/list-identities")
              ? "ListEmailIdentities"
              : "CreateEmailIdentity";
      case "DELETE" -> "DeleteEmailIdentity";
      default ->
          request.path().endsWith("/identities") ? "ListEmailIdentities" : "GetEmailIdentity";
    };
  }
}

package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.Iam;
import java.time.InstantSource;

/** AWS IAM's API, as far as roles and their policies. */
public final class IamEndpoint implements Service {

  private static final QueryXml XML = new QueryXml("https://iam.amazonaws.com/doc/2010-05-08/");
  private static final String NO_SUCH_ENTITY = "NoSuchEntity";

  private final Roles roles;
  private final RolePolicies inline;
  private final AttachedPolicies attached;

  /** Creates the endpoint for the roles and policies of an account. */
  public IamEndpoint(Iam iam, InstantSource clock) {
    roles = new Roles(iam.roles(), clock);
    inline = new RolePolicies(iam.roles());
    attached = new AttachedPolicies(iam.roles(), iam.policies(), clock);
  }

  @Override
  public Response handle(Request request) {
    try {
      QueryRequest query = QueryRequest.of(request);
      return XML.success(query.action(), execute(query));
    } catch (QueryError e) {
      return XML.error(status(e.code()), e.code(), String.valueOf(e.getMessage()));
    }
  }

  private XmlContent execute(QueryRequest request) {
    return roles
        .execute(request)
        .or(() -> inline.execute(request))
        .or(() -> attached.execute(request))
        .orElseThrow(
            () ->
                new QueryError(
                    "InvalidAction",
                    "The local emulator does not support the action %s of IAM; %s"
                        .formatted(request.action(), OperationsTable.reference("iam"))));
  }

  private static int status(String code) {
    return switch (code) {
      case NO_SUCH_ENTITY -> 404;
      case "EntityAlreadyExists", "DeleteConflict" -> 409;
      default -> 400;
    };
  }

  static QueryError noSuchEntity(String message) {
    return new QueryError(NO_SUCH_ENTITY, message);
  }

  /** Returns the refusal to change what the plan declares, where it would be back after a start. */
  static QueryError declared(String what) {
    return new QueryError(
        "UnmodifiableEntity", "The plan declares %s: remove it from the plan.".formatted(what));
  }
}

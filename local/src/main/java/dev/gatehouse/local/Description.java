package dev.gatehouse.local;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.gatehouse.local.console.UserRows;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is where on the machine, to programs at {@code /_gatehouse}.
 *
 * @param hostedUiUrl null until the machine has Cognito's hosted pages
 */
record Description(
    String apiUrl,
    String awsUrl,
    String region,
    String userPoolId,
    String userPoolClientId,
    String tableName,
    String inboxUrl,
    @Nullable String hostedUiUrl,
    List<String> functions)
    implements Service {

  static final String REGION = "us-east-1";

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  static Description of(Plan plan, URI apiUrl, URI awsUrl, List<String> functions) {
    return new Description(
        apiUrl.toString(),
        awsUrl.toString(),
        REGION,
        plan.first("aws:cognito/userPool:UserPool").output("id"),
        plan.first("aws:cognito/userPoolClient:UserPoolClient").output("id"),
        UserRows.table(plan).output("name"),
        awsUrl + "/_aws/ses",
        null,
        functions);
  }

  @Override
  public Response answer(Request request) {
    return Response.of(200, "application/json", JSON.toJson(this) + "\n");
  }
}

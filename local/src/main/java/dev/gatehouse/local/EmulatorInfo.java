package dev.gatehouse.local;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.inspect.UsersTable;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.plan.SampleAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints and resources of a running emulator, as JSON at {@code /_gatehouse}.
 *
 * @param sampleEmail an address that the allow list of the plan lets in
 * @param hostedUiUrl the sign-in page, without scope, state and PKCE; null if the pool has no
 *     domain
 * @param demoUrl the demo page, null if its default port is in use
 * @param httpsUrl the endpoint of AWS's services over TLS, null if there is none
 * @param caFile the certificate authority of that endpoint, in PEM; null if there is none
 */
record EmulatorInfo(
    String apiUrl,
    String awsUrl,
    String region,
    String userPoolId,
    String userPoolClientId,
    String tableName,
    String inboxUrl,
    String sampleEmail,
    @Nullable String hostedUiUrl,
    @Nullable String demoUrl,
    @Nullable String httpsUrl,
    @Nullable String caFile,
    List<String> functions)
    implements Service {

  static final String REGION = "us-east-1";

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  /**
   * The endpoints of the ports.
   *
   * @param demo null for no demo
   * @param https null for no port for TLS
   */
  record Endpoints(URI api, URI aws, @Nullable URI demo, @Nullable HttpsEndpoint https) {}

  /** Returns the info of an emulator that runs this plan. */
  static EmulatorInfo of(Plan plan, Endpoints endpoints, List<String> functions) {
    URI awsUrl = endpoints.aws();
    HttpsEndpoint https = endpoints.https();
    return new EmulatorInfo(
        endpoints.api().toString(),
        awsUrl.toString(),
        REGION,
        plan.first("aws:cognito/userPool:UserPool").output("id"),
        plan.first("aws:cognito/userPoolClient:UserPoolClient").output("id"),
        UsersTable.in(plan).output("name"),
        awsUrl + "/_aws/ses",
        SampleAddress.of(plan),
        hostedUiUrl(plan, awsUrl),
        endpoints.demo() == null ? null : endpoints.demo() + "/",
        https == null ? null : https.port().url().toString(),
        https == null ? null : https.caFile().toString(),
        functions);
  }

  private static @Nullable String hostedUiUrl(Plan plan, URI awsUrl) {
    Resource client = plan.first("aws:cognito/userPoolClient:UserPoolClient");
    List<String> callbacks = client.texts("callbackUrls");
    if (plan.ofType("aws:cognito/userPoolDomain:UserPoolDomain").isEmpty() || callbacks.isEmpty()) {
      return null;
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client.output("id"));
    query.put("response_type", "code");
    query.put("redirect_uri", callbacks.getFirst());
    return awsUrl + "/login?" + UrlEncoded.encode(query);
  }

  @Override
  public Response handle(Request request) {
    return Response.of(200, "application/json", JSON.toJson(this) + "\n");
  }
}

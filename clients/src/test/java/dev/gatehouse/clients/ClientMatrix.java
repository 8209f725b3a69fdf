package dev.gatehouse.clients;

import static dev.gatehouse.clients.Step.CHANGE_PASSWORD;
import static dev.gatehouse.clients.Step.CONFIRM;
import static dev.gatehouse.clients.Step.DEVICE;
import static dev.gatehouse.clients.Step.SIGN_UP;
import static dev.gatehouse.clients.Step.TOTP;

import java.util.List;
import java.util.Map;

/** The clients and what each of them is asked to do. */
final class ClientMatrix {

  private static final String HOSTED = "Cognito's hosted pages do it";

  /** What clients of OpenID Connect have no call for. */
  private static final Map<Step, String> OPENID_CONNECT =
      Map.of(
          SIGN_UP,
          HOSTED,
          CONFIRM,
          HOSTED,
          CHANGE_PASSWORD,
          HOSTED,
          TOTP,
          HOSTED,
          DEVICE,
          "Cognito tracks no devices at its hosted pages");

  /** What SDKs have no call for. */
  private static final Map<Step, String> SDK = Map.of(DEVICE, "it computes no SRP");

  private static final String SDK_SETTINGS = "endpoint, Region, any credentials";

  /** The clients that sign users in. */
  static final List<Client> OF_USERS =
      List.of(
          user(
              "aws-amplify",
              "`userPoolId`, `userPoolClientId`, `userPoolEndpoint`",
              ClientProgram.node("amplify.mjs")),
          user(
              "amazon-cognito-identity-js",
              "`UserPoolId`, `ClientId`, `endpoint`",
              ClientProgram.node("identity-js.mjs")),
          sdk("@aws-sdk/client-cognito-identity-provider", ClientProgram.node("aws-sdk.mjs")),
          new Client(
              "openid-client",
              Step.OF_A_USER,
              "issuer, client id, no client authentication, redirect URI;"
                  + " `allowInsecureRequests` for an `http:` issuer",
              OPENID_CONNECT,
              ClientProgram.node("openid-client.mjs")),
          new Client(
              "oidc-client-ts",
              Step.OF_A_USER,
              "`authority` (the issuer), `client_id`, `redirect_uri`; `client_id` and"
                  + " `logout_uri` as extra parameters of the sign-out, as for Cognito itself",
              OPENID_CONNECT,
              ClientProgram.node("oidc-client-ts.mjs")),
          sdk("boto3", ClientProgram.python("boto3_client.py")),
          user(
              "pycognito",
              "pool id, client id, Region, any credentials,"
                  + " `boto3_client_kwargs={\"endpoint_url\": ...}`; takes the endpoint for the"
                  + " issuer, so `--issuer local`",
              ClientProgram.python("pycognito_client.py")),
          sdk("aws-sdk-go-v2", ClientProgram.go()),
          sdk("AWS SDK for Java 2", AwsSdkForJava.sync()),
          sdk("AWS SDK for Java 2, async", AwsSdkForJava.async()));

  /** The clients that check tokens. */
  static final List<Client> OF_TOKENS =
      List.of(
          new Client(
              "aws-jwt-verify",
              Step.OF_A_TOKEN,
              "`JwtVerifier` with the issuer (`--issuer local`), `jwksUri` of `--https-port`,"
                  + " and checks of `client_id` and `token_use`",
              Map.of(),
              ClientMatrix::awsJwtVerify),
          new Client(
              "Spring Security",
              Step.OF_A_TOKEN,
              "`issuer-uri` (`--issuer local`) and a validator of `token_use`",
              Map.of(),
              new SpringResourceServer()));

  /** The clients of DynamoDB. Those for Java are tested in the module dynamodb. */
  static final List<Client> OF_TABLES =
      List.of(
          table("@aws-sdk/client-dynamodb", SDK_SETTINGS, ClientProgram.node("dynamodb.mjs")),
          table("boto3, DynamoDB", SDK_SETTINGS, ClientProgram.python("dynamodb_client.py")),
          table(
              "AWS CLI",
              "`AWS_ENDPOINT_URL_DYNAMODB`, Region, any credentials",
              ClientProgram.python("aws_cli.py")));

  private ClientMatrix() {}

  private static Outcome awsJwtVerify(RunningEmulator emulator) throws Exception {
    String tokens = VerifierTokens.of(emulator).json();
    return new ClientProgram(
            ClientProgram.node("aws-jwt-verify.mjs").command(), Map.of("GATEHOUSE_TOKENS", tokens))
        .against(emulator);
  }

  private static Client user(String name, String configuration, Client.ClientRun run) {
    return new Client(name, Step.OF_A_USER, configuration, Map.of(), run);
  }

  private static Client table(String name, String configuration, Client.ClientRun run) {
    return new Client(name, Step.OF_A_TABLE, configuration, Map.of(), run);
  }

  private static Client sdk(String name, Client.ClientRun run) {
    return new Client(name, Step.OF_A_USER, SDK_SETTINGS, SDK, run);
  }
}

package dev.gatehouse.local;

import dev.gatehouse.local.apigateway.ApiGateway;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.cognito.UserPoolDomain;
import dev.gatehouse.local.cognito.operations.Neighbours;
import dev.gatehouse.local.console.CallLog;
import dev.gatehouse.local.console.Console;
import dev.gatehouse.local.console.UserRows;
import dev.gatehouse.local.dynamodb.DynamoDbLocal;
import dev.gatehouse.local.functions.Functions;
import dev.gatehouse.local.http.HttpPort;
import dev.gatehouse.local.http.PortInUse;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.sqs.Sqs;
import java.time.Clock;

/** Is the whole account on one machine, booted from a plan. */
final class Machine implements AutoCloseable {

  private final Settings settings;
  private final Clock clock = Clock.systemUTC();
  private final CallLog calls = new CallLog();
  private final Started started = new Started();
  private Runnable warmUp = () -> {};

  Machine(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything that the plan declares and says what is where; throws {@code PlanInvalid} for
   * what cannot be run, {@link CannotStart} for a port or a directory that is taken.
   */
  Description start(Plan plan) {
    ResourceTypes.check(plan);
    HttpPort apiPort = bind(Port.API, settings.apiPort());
    HttpPort awsPort = bind(Port.AWS, settings.awsPort());
    if (settings.data() != null) {
      started.add(DataDirectory.take(settings.data()));
    }
    // First, because it takes longest; everything else comes up beside it.
    DynamoDbLocal dynamoDb = started.add(DynamoDbLocal.start(settings.data()));
    Functions functions = started.add(functions(plan, awsPort));
    Sqs sqs = started.add(Sqs.of(plan, clock));
    Ses ses = Ses.of(plan, clock);
    Kms kms = Kms.of(plan, clock, settings.data());
    Neighbours neighbours = new Neighbours(functions, ses, kms);
    Cognito cognito = Cognito.of(plan, neighbours, clock, awsPort.url(), settings.data());
    ApiGateway gateway = ApiGateway.of(plan, functions, cognito::publicKeys, clock);
    Description description = Description.of(plan, apiPort.url(), awsPort.url(), functions.names());
    Console console =
        new Console(
            ses.inbox(), cognito::users, UserRows.of(UserRows.table(plan), dynamoDb), calls);
    dynamoDb.createTables(plan);
    UserPoolDomain pages = cognito.domain();
    awsPort.serve(
        new AwsPort(
            new AwsPort.Services(
                cognito,
                pages,
                dynamoDb,
                kms,
                functions,
                sqs,
                ses,
                ses.inbox(),
                description,
                console)));
    apiPort.serve(gateway);
    sqs.deliverTo(functions);
    warmUp = () -> warmUp(functions, cognito, description);
    return description;
  }

  private static void warmUp(Functions functions, Cognito cognito, Description description) {
    functions.warmUp();
    cognito.publicKeys(description.userPoolId());
  }

  /** Starts the functions and makes the pool's keys, so that the first caller need not wait. */
  void warmUp() {
    warmUp.run();
  }

  /** Stops everything that was started. */
  @Override
  public void close() {
    started.close();
  }

  private HttpPort bind(Port which, int port) {
    try {
      return started.add(HttpPort.bind(port));
    } catch (PortInUse e) {
      throw new CannotStart(which.inUse(port));
    }
  }

  private Functions functions(Plan plan, HttpPort awsPort) {
    return Functions.of(
        plan,
        new Functions.Settings(
            settings.root(), settings.root().resolve("local/target"), awsPort.url(), calls));
  }
}

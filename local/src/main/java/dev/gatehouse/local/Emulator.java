package dev.gatehouse.local;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.EmulatorOptions.Issuer;
import dev.gatehouse.local.activity.Activity;
import dev.gatehouse.local.activity.FunctionLogFiles;
import dev.gatehouse.local.activity.RequestRecorder;
import dev.gatehouse.local.apigateway.ApiGateway;
import dev.gatehouse.local.apigateway.authorizer.UserPoolTokens;
import dev.gatehouse.local.classarchive.ClassArchive;
import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.clock.ClockEndpoint;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.cognito.CognitoDependencies;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.dynamodb.DynamoDbTables;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.faults.FaultyMailSender;
import dev.gatehouse.local.faults.FaultyService;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.http.ServiceReference;
import dev.gatehouse.local.iam.FunctionPrincipals;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.PoolKeys;
import dev.gatehouse.local.iam.PoolMailSender;
import dev.gatehouse.local.inspect.UsersTable;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.lambda.LambdaOptions;
import dev.gatehouse.local.lambda.runtime.EnvironmentVariables;
import dev.gatehouse.local.mailtexts.MailTexts;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.ResourceReferences;
import dev.gatehouse.local.plan.ResourceTypes;
import dev.gatehouse.local.s3.S3;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.sqs.Sqs;
import dev.gatehouse.local.state.StateStore;
import dev.gatehouse.local.state.StoredRequests;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** The local emulator: the AWS account of one plan. */
final class Emulator implements AutoCloseable {

  private static final Duration FIRST_REQUEST = Duration.ofMillis(500);
  private static final Duration FIRST_REQUESTS = Duration.ofSeconds(2);

  private final EmulatorOptions options;
  private final MovableClock clock = new MovableClock(Clock.systemUTC());
  private final Activity activity = new Activity();
  private final Faults faults = new Faults();
  private final OpenResources resources = new OpenResources();
  private final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();
  private final Path logs;

  Emulator(EmulatorOptions options) {
    this(
        options,
        Objects.requireNonNullElse(options.logs(), options.root().resolve("local/target/logs")));
  }

  /** Creates an emulator whose functions log to this directory. */
  Emulator(EmulatorOptions options, Path logs) {
    this.options = options;
    this.logs = logs;
  }

  /**
   * Starts the services and resources of a plan; throws {@code PlanInvalid} for an unsupported
   * resource and {@link StartupFailed} for a port or a directory that is in use, and for a function
   * whose init fails: AWS would not publish its version either.
   */
  EmulatorInfo start(Plan plan) {
    ResourceTypes.check(plan);
    ResourceReferences.check(plan);
    Iam iam = Iam.of(plan);
    FunctionPrincipals principals = new FunctionPrincipals(plan, iam);
    Ports ports = Ports.bind(options, resources);
    Store store = resources.add(openStore());
    StateStore state = options.data() == null ? StateStore.none() : StateStore.in(store);
    ClockEndpoint clockEndpoint = new ClockEndpoint(clock, state);
    DynamoDbTables dynamoDb = resources.add(DynamoDbTables.open(plan, store, clock));
    Lambda lambda = resources.add(lambda(plan, ports, principals, state));
    CompletableFuture<Map<String, String>> inits = initialize(lambda);
    Sqs sqs = resources.add(Sqs.of(plan, clock, state));
    clock.whenMoved(List.of(dynamoDb::clockMoved, sqs::clockMoved, lambda::clockMoved));
    Ses ses = Ses.of(plan, clock, state);
    ses.inbox().onAdd(activity::sent);
    S3 s3 = S3.of(plan, clock, state, iam, lambda);
    Kms kms = Kms.of(plan, clock, state);
    DataKeys keys = new PoolKeys(kms, iam.resourcePolicies());
    MailSender mail = new PoolMailSender(plan, new FaultyMailSender(ses, faults), iam.authorizer());
    Cognito cognito = cognito(plan, lambda, mail, keys, ports.issuer(options.issuer()), state);
    EmulatorInfo info = ports.info(plan, lambda.names());
    ServiceReference console = new ServiceReference();
    AwsPort.Account account =
        new AwsPort.Account(iam, dynamoDb, lambda, sqs, ses, s3, kms, cognito);
    AwsPort services = account.port(plan, info, clockEndpoint, console);
    Service aws = recordedAws(new StoredRequests(services, state));
    Service api = recordedApi(gateway(plan, lambda, cognito));
    UsersTable users = UsersTable.of(plan, dynamoDb::call);
    console.set(console(info, aws, api, lambda, ses, cognito, users));
    ports.serve(aws, api, info, options.web(), s3::isForBucket);
    sqs.deliverTo(lambda, principals);
    warmUp(plan, lambda, inits, () -> cognito.publicKeys(info.userPoolId()));
    return info;
  }

  private Cognito cognito(
      Plan plan, Lambda lambda, MailSender mail, DataKeys keys, URI awsUrl, StateStore state) {
    CognitoDependencies dependencies = new CognitoDependencies(lambda, mail, keys, issuers(awsUrl));
    return Cognito.of(plan, dependencies, clock, awsUrl, state);
  }

  private Service recordedAws(Service services) {
    return RequestRecorder.ofAws(
        FaultyService.ofAws(services, faults), Clock.systemUTC(), activity::requested);
  }

  private Service recordedApi(ApiGateway gateway) {
    Service faulty = FaultyService.ofApi(gateway, gateway::refuse, faults);
    return RequestRecorder.ofApi(faulty, Clock.systemUTC(), activity::requested);
  }

  private Service console(
      EmulatorInfo info,
      Service aws,
      Service api,
      Lambda lambda,
      Ses ses,
      Cognito cognito,
      UsersTable users) {
    FunctionLogFiles functionLogs = new FunctionLogFiles(logs);
    MailTexts texts = resources.add(MailTexts.of(options.languages(), lambda.functions()));
    return new ConsoleServices(
            info,
            clock,
            activity,
            faults,
            aws,
            api,
            lambda,
            ses,
            cognito,
            users,
            functionLogs,
            texts)
        .routes();
  }

  /** Opens the store, in memory without a data directory. */
  private Store openStore() {
    if (options.data() == null) {
      return Store.inMemory();
    }
    resources.add(DataDirectoryLock.acquire(options.data()));
    return DataDirectory.openStore(options.data());
  }

  /**
   * Starts the functions while the services are being created; what they request waits until the
   * port serves.
   */
  private CompletableFuture<Map<String, String>> initialize(Lambda lambda) {
    if (!options.warmUp()) {
      return CompletableFuture.completedFuture(Map.of());
    }
    CompletableFuture<Map<String, String>> inits =
        CompletableFuture.supplyAsync(lambda::warmUp, Thread::startVirtualThread);
    // A run that records the classes of functions ends soon, and needs all of them.
    return options.classes() == FunctionClassArchive.Mode.RECORD
        ? inits.thenCombine(
            CompletableFuture.supplyAsync(lambda::warmUpOthers, Thread::startVirtualThread),
            Emulator::all)
        : inits;
  }

  private static Map<String, String> all(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.putAll(others);
    return all;
  }

  /**
   * Waits for the functions, creates the keys of the pool ahead of the first request, and the
   * archives of classes ahead of the next start.
   */
  private void warmUp(
      Plan plan, Lambda lambda, CompletableFuture<Map<String, String>> inits, Runnable keys) {
    if (!options.warmUp()) {
      return;
    }
    FailedInits failed = new FailedInits(inits.join());
    if (!failed.errors().isEmpty()) {
      throw new StartupFailed(failed.describe(StackFile.of(plan, options.root())));
    }
    Thread.startVirtualThread(() -> warmUpOthers(plan, lambda));
    Thread.startVirtualThread(() -> prepare(keys));
  }

  /** Creates what only a sign-in or another start needs, so that it delays no first request. */
  private void prepare(Runnable keys) {
    LockSupport.parkNanos(FIRST_REQUEST.toNanos());
    if (!isClosed()) {
      keys.run();
      ClassArchive.makeIfMissing().ifPresent(resources::add);
    }
  }

  /**
   * Starts the functions that no first request waits for, a little later than the first requests.
   */
  private void warmUpOthers(Plan plan, Lambda lambda) {
    if (options.classes() == FunctionClassArchive.Mode.RECORD) {
      return;
    }
    LockSupport.parkNanos(FIRST_REQUESTS.toNanos());
    FailedInits failed = new FailedInits(lambda.warmUpOthers());
    if (!failed.errors().isEmpty()) {
      refusals.add(failed.describe(StackFile.of(plan, options.root())));
    }
  }

  /**
   * Waits until a function whose init came after the start refuses its settings, usually for ever;
   * returns the sentence that says so. AWS would not publish its version either.
   */
  String awaitRefusal() throws InterruptedException {
    return refusals.take();
  }

  /** Returns whether the services are stopped, as Ctrl-C does. */
  boolean isClosed() {
    return resources.isClosed();
  }

  /** Stops all services. */
  @Override
  public void close() {
    resources.close();
  }

  private ApiGateway gateway(Plan plan, Lambda lambda, Cognito cognito) {
    UserPoolTokens tokens = new UserPoolTokens(cognito::publicKeys, cognito::issuer);
    return ApiGateway.of(plan, lambda, tokens, clock);
  }

  private TokenIssuerUrls issuers(URI endpoint) {
    return options.issuer() == Issuer.aws ? TokenIssuerUrls.AWS : TokenIssuerUrls.at(endpoint);
  }

  private Lambda lambda(Plan plan, Ports ports, FunctionPrincipals roles, StateStore state) {
    return Lambda.of(
        plan,
        new LambdaOptions(
            options.root(),
            options.root().resolve("local/target"),
            logs,
            new EnvironmentVariables.Endpoints(ports.aws().url(), ports.api().url()),
            roles,
            activity::called,
            faults,
            state,
            options.classes(),
            clock));
  }
}

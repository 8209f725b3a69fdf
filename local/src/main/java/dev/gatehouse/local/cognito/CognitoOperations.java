package dev.gatehouse.local.cognito;

import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.imports.UserImportJobs;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.UserLimits;
import dev.gatehouse.local.cognito.operations.AddCustomAttributes;
import dev.gatehouse.local.cognito.operations.AdminAddUserToGroup;
import dev.gatehouse.local.cognito.operations.AdminConfirmSignUp;
import dev.gatehouse.local.cognito.operations.AdminCreateUser;
import dev.gatehouse.local.cognito.operations.AdminDeleteUser;
import dev.gatehouse.local.cognito.operations.AdminDeleteUserAttributes;
import dev.gatehouse.local.cognito.operations.AdminDisableUser;
import dev.gatehouse.local.cognito.operations.AdminEnableUser;
import dev.gatehouse.local.cognito.operations.AdminForgetDevice;
import dev.gatehouse.local.cognito.operations.AdminGetDevice;
import dev.gatehouse.local.cognito.operations.AdminGetUser;
import dev.gatehouse.local.cognito.operations.AdminInitiateAuth;
import dev.gatehouse.local.cognito.operations.AdminListDevices;
import dev.gatehouse.local.cognito.operations.AdminListGroupsForUser;
import dev.gatehouse.local.cognito.operations.AdminRemoveUserFromGroup;
import dev.gatehouse.local.cognito.operations.AdminResetUserPassword;
import dev.gatehouse.local.cognito.operations.AdminRespondToAuthChallenge;
import dev.gatehouse.local.cognito.operations.AdminSetUserMFAPreference;
import dev.gatehouse.local.cognito.operations.AdminSetUserPassword;
import dev.gatehouse.local.cognito.operations.AdminUpdateDeviceStatus;
import dev.gatehouse.local.cognito.operations.AdminUpdateUserAttributes;
import dev.gatehouse.local.cognito.operations.AdminUserGlobalSignOut;
import dev.gatehouse.local.cognito.operations.AssociateSoftwareToken;
import dev.gatehouse.local.cognito.operations.ChangePassword;
import dev.gatehouse.local.cognito.operations.ConfirmDevice;
import dev.gatehouse.local.cognito.operations.ConfirmForgotPassword;
import dev.gatehouse.local.cognito.operations.ConfirmSignUp;
import dev.gatehouse.local.cognito.operations.CreateGroup;
import dev.gatehouse.local.cognito.operations.CreateResourceServer;
import dev.gatehouse.local.cognito.operations.CreateUserImportJob;
import dev.gatehouse.local.cognito.operations.CreateUserPool;
import dev.gatehouse.local.cognito.operations.CreateUserPoolClient;
import dev.gatehouse.local.cognito.operations.CreateUserPoolDomain;
import dev.gatehouse.local.cognito.operations.DeleteGroup;
import dev.gatehouse.local.cognito.operations.DeleteResourceServer;
import dev.gatehouse.local.cognito.operations.DeleteUser;
import dev.gatehouse.local.cognito.operations.DeleteUserAttributes;
import dev.gatehouse.local.cognito.operations.DeleteUserPool;
import dev.gatehouse.local.cognito.operations.DeleteUserPoolClient;
import dev.gatehouse.local.cognito.operations.DeleteUserPoolDomain;
import dev.gatehouse.local.cognito.operations.DescribeResourceServer;
import dev.gatehouse.local.cognito.operations.DescribeUserImportJob;
import dev.gatehouse.local.cognito.operations.DescribeUserPool;
import dev.gatehouse.local.cognito.operations.DescribeUserPoolClient;
import dev.gatehouse.local.cognito.operations.DescribeUserPoolDomain;
import dev.gatehouse.local.cognito.operations.ForgetDevice;
import dev.gatehouse.local.cognito.operations.ForgotPassword;
import dev.gatehouse.local.cognito.operations.GetCSVHeader;
import dev.gatehouse.local.cognito.operations.GetDevice;
import dev.gatehouse.local.cognito.operations.GetGroup;
import dev.gatehouse.local.cognito.operations.GetTokensFromRefreshToken;
import dev.gatehouse.local.cognito.operations.GetUser;
import dev.gatehouse.local.cognito.operations.GetUserAttributeVerificationCode;
import dev.gatehouse.local.cognito.operations.GetUserPoolMfaConfig;
import dev.gatehouse.local.cognito.operations.GlobalSignOut;
import dev.gatehouse.local.cognito.operations.InitiateAuth;
import dev.gatehouse.local.cognito.operations.ListDevices;
import dev.gatehouse.local.cognito.operations.ListGroups;
import dev.gatehouse.local.cognito.operations.ListResourceServers;
import dev.gatehouse.local.cognito.operations.ListTagsForResource;
import dev.gatehouse.local.cognito.operations.ListUserPoolClients;
import dev.gatehouse.local.cognito.operations.ListUserPools;
import dev.gatehouse.local.cognito.operations.ListUsers;
import dev.gatehouse.local.cognito.operations.ListUsersInGroup;
import dev.gatehouse.local.cognito.operations.ResendConfirmationCode;
import dev.gatehouse.local.cognito.operations.RespondToAuthChallenge;
import dev.gatehouse.local.cognito.operations.RevokeToken;
import dev.gatehouse.local.cognito.operations.SetUserMFAPreference;
import dev.gatehouse.local.cognito.operations.SetUserPoolMfaConfig;
import dev.gatehouse.local.cognito.operations.SignUp;
import dev.gatehouse.local.cognito.operations.StartUserImportJob;
import dev.gatehouse.local.cognito.operations.TagResource;
import dev.gatehouse.local.cognito.operations.UntagResource;
import dev.gatehouse.local.cognito.operations.UpdateDeviceStatus;
import dev.gatehouse.local.cognito.operations.UpdateGroup;
import dev.gatehouse.local.cognito.operations.UpdateResourceServer;
import dev.gatehouse.local.cognito.operations.UpdateUserAttributes;
import dev.gatehouse.local.cognito.operations.UpdateUserPool;
import dev.gatehouse.local.cognito.operations.UpdateUserPoolClient;
import dev.gatehouse.local.cognito.operations.UpdateUserPoolDomain;
import dev.gatehouse.local.cognito.operations.VerifySoftwareToken;
import dev.gatehouse.local.cognito.operations.VerifyUserAttribute;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoServiceErrors;
import dev.gatehouse.local.cognito.requests.AttributeUpdates;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.triggers.CodeEncryptor;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender;
import dev.gatehouse.local.cognito.triggers.CustomMessage;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.TriggerInvoker;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The operations of Cognito.
 *
 * @param signIn the ways to sign in that the operations share with the hosted pages
 */
record CognitoOperations(OperationRegistry registry, SignInFlows signIn) {
  private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";

  /** Creates the operations on these pools. */
  static CognitoOperations of(
      UserPools pools,
      CognitoDependencies dependencies,
      UserLimits limits,
      UserImportJobs jobs,
      Clock clock) {
    TriggerInvoker triggers = new TriggerInvoker(dependencies.lambda());
    CustomEmailSender sender =
        new CustomEmailSender(triggers, new CodeEncryptor(dependencies.keys()));
    MessageDelivery delivery =
        new MessageDelivery(new CustomMessage(triggers), sender, dependencies.mail(), clock);
    SignInFlows signIn = SignInFlows.create(pools, triggers, delivery, limits.lockouts(), clock);
    List<Operation> operations =
        Stream.of(
                selfService(pools, triggers, signIn, delivery, limits.attempts(), clock),
                authentication(pools, signIn),
                authorizedByAccessToken(pools, signIn, delivery, limits.attempts(), clock),
                administration(pools, triggers, delivery, clock),
                groups(pools, clock),
                devices(pools, clock),
                domains(pools),
                imports(pools, jobs),
                poolManagement(pools, dependencies.keys(), clock))
            .flatMap(Function.identity())
            .toList();
    return new CognitoOperations(
        new OperationRegistry(TARGET_PREFIX, new CognitoServiceErrors(), operations), signIn);
  }

  private static Stream<Operation> selfService(
      UserPools pools,
      TriggerInvoker triggers,
      SignInFlows signIn,
      MessageDelivery delivery,
      AttemptLimits attempts,
      Clock clock) {
    PostConfirmation confirmed = new PostConfirmation(triggers);
    return Stream.of(
        new SignUp(
            pools, new PreSignUp(triggers), delivery, confirmed, signIn.signUpSessions(), clock),
        new ConfirmSignUp(pools, attempts, confirmed, signIn.signUpSessions(), clock),
        new ResendConfirmationCode(pools, attempts, delivery),
        new ForgotPassword(pools, attempts, signIn.migration(), delivery),
        new ConfirmForgotPassword(pools, attempts, confirmed, clock));
  }

  private static Stream<Operation> authentication(UserPools pools, SignInFlows signIn) {
    return Stream.of(
        new InitiateAuth(pools, signIn),
        new AdminInitiateAuth(pools, signIn),
        new RespondToAuthChallenge(pools, signIn),
        new AdminRespondToAuthChallenge(pools, signIn),
        new GetTokensFromRefreshToken(pools, signIn.refreshTokenSignIn()),
        new RevokeToken(pools));
  }

  private static Stream<Operation> authorizedByAccessToken(
      UserPools pools,
      SignInFlows signIn,
      MessageDelivery delivery,
      AttemptLimits attempts,
      Clock clock) {
    AccessTokenVerifier tokens = new AccessTokenVerifier(pools, clock);
    AttributeUpdates updates = new AttributeUpdates(delivery, clock);
    return Stream.of(
        new GetUser(tokens),
        new UpdateUserAttributes(tokens, updates),
        new DeleteUserAttributes(tokens, updates),
        new GetUserAttributeVerificationCode(tokens, attempts, delivery),
        new VerifyUserAttribute(tokens, attempts, clock),
        new ChangePassword(tokens, attempts, clock),
        new AssociateSoftwareToken(tokens, signIn.softwareTokenSetup()),
        new VerifySoftwareToken(tokens, signIn.softwareTokenSetup()),
        new SetUserMFAPreference(tokens),
        new GlobalSignOut(tokens),
        new DeleteUser(tokens));
  }

  private static Stream<Operation> administration(
      UserPools pools, TriggerInvoker triggers, MessageDelivery delivery, Clock clock) {
    AttributeUpdates updates = new AttributeUpdates(delivery, clock);
    return Stream.of(
        new AdminGetUser(pools),
        new AdminCreateUser(pools, new PreSignUp(triggers), delivery, clock),
        new AdminUpdateUserAttributes(pools, updates),
        new AdminDeleteUserAttributes(pools, updates),
        new AdminConfirmSignUp(pools, new PostConfirmation(triggers), clock),
        new AdminSetUserPassword(pools, clock),
        new AdminResetUserPassword(pools, delivery, clock),
        new AdminDisableUser(pools, clock),
        new AdminEnableUser(pools, clock),
        new AdminSetUserMFAPreference(pools),
        new AdminUserGlobalSignOut(pools),
        new AdminDeleteUser(pools),
        new ListUsers(pools, clock));
  }

  private static Stream<Operation> groups(UserPools pools, Clock clock) {
    return Stream.of(
        new CreateGroup(pools, clock),
        new UpdateGroup(pools, clock),
        new GetGroup(pools),
        new DeleteGroup(pools),
        new ListGroups(pools),
        new ListUsersInGroup(pools),
        new AdminAddUserToGroup(pools),
        new AdminRemoveUserFromGroup(pools),
        new AdminListGroupsForUser(pools));
  }

  private static Stream<Operation> devices(UserPools pools, Clock clock) {
    AccessTokenVerifier tokens = new AccessTokenVerifier(pools, clock);
    return Stream.of(
        new ConfirmDevice(tokens, clock),
        new GetDevice(tokens),
        new ListDevices(tokens),
        new UpdateDeviceStatus(tokens, clock),
        new ForgetDevice(tokens),
        new AdminGetDevice(pools),
        new AdminListDevices(pools),
        new AdminUpdateDeviceStatus(pools, clock),
        new AdminForgetDevice(pools));
  }

  private static Stream<Operation> domains(UserPools pools) {
    return Stream.of(
        new CreateUserPoolDomain(pools),
        new UpdateUserPoolDomain(pools),
        new DescribeUserPoolDomain(pools),
        new DeleteUserPoolDomain(pools),
        new CreateResourceServer(pools),
        new UpdateResourceServer(pools),
        new DescribeResourceServer(pools),
        new DeleteResourceServer(pools),
        new ListResourceServers(pools));
  }

  private static Stream<Operation> imports(UserPools pools, UserImportJobs jobs) {
    return Stream.of(
        new GetCSVHeader(pools),
        new CreateUserImportJob(jobs),
        new DescribeUserImportJob(jobs),
        new StartUserImportJob(jobs));
  }

  private static Stream<Operation> poolManagement(UserPools pools, DataKeys keys, Clock clock) {
    return Stream.of(
        new CreateUserPool(pools, keys, clock),
        new UpdateUserPool(pools, keys, clock),
        new DeleteUserPool(pools),
        new AddCustomAttributes(pools, keys, clock),
        new SetUserPoolMfaConfig(pools, keys, clock),
        new GetUserPoolMfaConfig(pools),
        new TagResource(pools, keys, clock),
        new UntagResource(pools, keys, clock),
        new ListTagsForResource(pools),
        new CreateUserPoolClient(pools, clock),
        new UpdateUserPoolClient(pools, clock),
        new DeleteUserPoolClient(pools),
        new DescribeUserPool(pools),
        new DescribeUserPoolClient(pools),
        new ListUserPools(pools),
        new ListUserPoolClients(pools));
  }
}

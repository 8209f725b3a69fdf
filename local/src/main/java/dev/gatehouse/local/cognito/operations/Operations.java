package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.SignIn;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.triggers.CodeCipher;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender;
import dev.gatehouse.local.cognito.triggers.CustomMessage;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.Triggers;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows every operation there is. */
public final class Operations {
  private final Map<String, Operation> byName;
  private final SignIn signIn;

  private Operations(SignIn signIn, Stream<Operation> operations) {
    this.signIn = signIn;
    this.byName =
        operations.collect(
            Collectors.toMap(
                operation -> operation.getClass().getSimpleName(),
                Function.identity(),
                (one, other) -> one,
                TreeMap::new));
  }

  /** Returns the operations on these pools; {@code changed} runs when a pool was added. */
  public static Operations on(
      UserPools pools, Neighbours neighbours, Clock clock, Runnable changed) {
    Triggers triggers = new Triggers(neighbours.lambda());
    CustomEmailSender sender = new CustomEmailSender(triggers, new CodeCipher(neighbours.keys()));
    Delivery delivery = new Delivery(new CustomMessage(triggers), sender, neighbours.mail(), clock);
    SignIn signIn = SignIn.with(clock);
    return new Operations(
        signIn,
        Stream.of(
                forPeople(pools, triggers, delivery, clock),
                forSignIn(pools, signIn),
                forBearers(pools, delivery, clock),
                forAdministrators(pools, triggers, delivery, clock),
                forOwners(pools, neighbours.keys(), clock, changed))
            .flatMap(Function.identity()));
  }

  /** Returns the operation of this name, or nothing. */
  public Optional<Operation> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the ways to sign in that the operations use. */
  public SignIn signIn() {
    return signIn;
  }

  /** Returns the error for a target that is not there, which names those that are. */
  public CognitoError unknown(String target) {
    String known = target.matches("[\\w.]{1,100}") ? target : "This operation";
    return new CognitoError(
        "UnknownOperationException",
        known
            + " is not there on this machine; there are "
            + String.join(", ", byName.keySet())
            + ".");
  }

  private static Stream<Operation> forPeople(
      UserPools pools, Triggers triggers, Delivery delivery, Clock clock) {
    Attempts attempts = new Attempts(clock);
    PostConfirmation confirmed = new PostConfirmation(triggers);
    return Stream.of(
        new SignUp(pools, new PreSignUp(triggers), delivery, confirmed, clock),
        new ConfirmSignUp(pools, attempts, confirmed, clock),
        new ResendConfirmationCode(pools, attempts, delivery),
        new ForgotPassword(pools, attempts, delivery),
        new ConfirmForgotPassword(pools, attempts, confirmed, clock));
  }

  private static Stream<Operation> forSignIn(UserPools pools, SignIn signIn) {
    return Stream.of(
        new InitiateAuth(pools, signIn.byPassword(), signIn.byRefresh()),
        new RespondToAuthChallenge(pools, signIn.newPassword()),
        new RevokeToken(pools));
  }

  private static Stream<Operation> forBearers(UserPools pools, Delivery delivery, Clock clock) {
    AccessTokens tokens = new AccessTokens(pools, clock);
    Attempts attempts = new Attempts(clock);
    AttributeChanges changes = new AttributeChanges(delivery, clock);
    return Stream.of(
        new GetUser(tokens),
        new UpdateUserAttributes(tokens, changes),
        new DeleteUserAttributes(tokens, changes),
        new GetUserAttributeVerificationCode(tokens, attempts, delivery),
        new VerifyUserAttribute(tokens, attempts, clock),
        new GlobalSignOut(tokens),
        new DeleteUser(tokens));
  }

  private static Stream<Operation> forAdministrators(
      UserPools pools, Triggers triggers, Delivery delivery, Clock clock) {
    return Stream.of(
        new AdminGetUser(pools),
        new AdminCreateUser(pools, new PreSignUp(triggers), delivery, clock),
        new AdminUpdateUserAttributes(pools, new AttributeChanges(delivery, clock)),
        new AdminConfirmSignUp(pools, new PostConfirmation(triggers), clock),
        new AdminSetUserPassword(pools, clock),
        new AdminResetUserPassword(pools, delivery, clock),
        new AdminDisableUser(pools, clock),
        new AdminEnableUser(pools, clock),
        new AdminDeleteUser(pools),
        new ListUsers(pools));
  }

  private static Stream<Operation> forOwners(
      UserPools pools, DataKeys keys, Clock clock, Runnable changed) {
    return Stream.of(
        new CreateUserPool(pools, keys, changed, clock),
        new CreateUserPoolClient(pools, clock),
        new DescribeUserPool(pools),
        new DescribeUserPoolClient(pools),
        new ListUserPools(pools),
        new ListUserPoolClients(pools));
  }
}

package dev.gatehouse.integrationtests.aws;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** The user pool of the plan, without its triggers, and its users. */
final class PlannedPool implements AutoCloseable {
  private final CognitoIdentityProviderClient cognito;
  private final String id;

  private PlannedPool(CognitoIdentityProviderClient cognito, String id) {
    this.cognito = cognito;
    this.id = id;
  }

  /** Creates the pool with the user names and the password policy that the plan declares. */
  static PlannedPool create(AwsEmulator emulator) {
    Resource planned = Plan.read(Repository.plan()).first("aws:cognito/userPool:UserPool");
    JsonObject policy = planned.object("passwordPolicy");
    CognitoIdentityProviderClient cognito =
        emulator.client(CognitoIdentityProviderClient.builder());
    String id =
        cognito
            .createUserPool(
                create ->
                    create
                        .poolName(planned.input("name"))
                        .usernameAttributesWithStrings(planned.texts("usernameAttributes"))
                        .autoVerifiedAttributesWithStrings(planned.texts("autoVerifiedAttributes"))
                        .policies(
                            policies ->
                                policies.passwordPolicy(
                                    password ->
                                        password
                                            .minimumLength(policy.get("minimumLength").getAsInt())
                                            .requireNumbers(
                                                policy.get("requireNumbers").getAsBoolean()))))
            .userPool()
            .id();
    return new PlannedPool(cognito, id);
  }

  String id() {
    return id;
  }

  /** Adds users whose password is set, which confirms them. */
  void addConfirmedUsers(int count) {
    for (int user = 0; user < count; user++) {
      SignUpUser added = SignUpUser.create();
      cognito.adminCreateUser(
          create ->
              create
                  .userPoolId(id)
                  .username(added.email())
                  .userAttributes(
                      attribute("email", added.email()), attribute("email_verified", "true"))
                  .messageAction(MessageActionType.SUPPRESS));
      cognito.adminSetUserPassword(
          set ->
              set.userPoolId(id)
                  .username(added.email())
                  .password(added.password())
                  .permanent(true));
    }
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  /** Returns the number of pages of ListUsers. */
  long pages(int size) {
    return cognito.listUsersPaginator(list -> list.userPoolId(id).limit(size)).stream().count();
  }

  @Override
  public void close() {
    cognito.deleteUserPool(delete -> delete.userPoolId(id));
    cognito.close();
  }
}

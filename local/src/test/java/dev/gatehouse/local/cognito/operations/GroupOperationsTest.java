package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.text.ParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class GroupOperationsTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/";

  private final TestCognito cognito = new TestCognito();

  private Reply create(String name, Object... settings) {
    JsonObject body = json(settings);
    body.addProperty("UserPoolId", POOL);
    body.addProperty("GroupName", name);
    return cognito.call("CreateGroup", body);
  }

  private Reply group(String operation, String name) {
    return cognito.call(operation, json("UserPoolId", POOL, "GroupName", name));
  }

  private Reply member(String operation, String group) {
    return cognito.call(operation, json("UserPoolId", POOL, "Username", EMAIL, "GroupName", group));
  }

  private JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", token))
        .getJWTClaimsSet();
  }

  private static List<String> names(Reply reply, String list, String member) {
    return StreamSupport.stream(reply.json().getAsJsonArray(list).spliterator(), false)
        .map(each -> each.getAsJsonObject().get(member).getAsString())
        .toList();
  }

  @Test
  void groupIsCreatedReadChangedAndDeleted() {
    JsonObject created = create("admins", "Description", "All", "Precedence", 1).object("Group");
    assertThat(created.keySet())
        .containsExactly(
            "GroupName",
            "UserPoolId",
            "Description",
            "Precedence",
            "LastModifiedDate",
            "CreationDate");
    assertThat(create("admins").type()).isEqualTo("GroupExistsException");
    assertThat(create("admins").message()).isEqualTo("A group with the name already exists.");

    cognito.call(
        "UpdateGroup", json("UserPoolId", POOL, "GroupName", "admins", "RoleArn", ROLE + "admin"));
    cognito.restart();
    assertThat(group("GetGroup", "admins").toString())
        .contains("\"Description\":\"All\"", "\"Precedence\":1", ROLE + "admin");

    assertThat(group("DeleteGroup", "admins").response().text()).isEmpty();
    assertThat(group("GetGroup", "admins").type()).isEqualTo("ResourceNotFoundException");
    assertThat(group("GetGroup", "admins").message()).isEqualTo("Group not found.");
  }

  @Test
  void listsArePaged() {
    List.of("a", "b", "c").forEach(this::create);
    Reply first = cognito.call("ListGroups", json("UserPoolId", POOL, "Limit", 2));
    assertThat(names(first, "Groups", "GroupName")).containsExactly("a", "b");
    Reply second =
        cognito.call("ListGroups", json("UserPoolId", POOL, "NextToken", first.text("NextToken")));
    assertThat(names(second, "Groups", "GroupName")).containsExactly("c");
    assertThat(second.json().has("NextToken")).isFalse();
  }

  @Test
  void membersAreListedFromBothSides() {
    String sub = cognito.confirmed(EMAIL);
    create("later", "Precedence", 5);
    create("first", "Precedence", 1);
    create("last");
    for (String group : List.of("last", "later", "first", "first")) {
      assertThat(member("AdminAddUserToGroup", group).response().text()).isEmpty();
    }
    cognito.restart();

    assertThat(names(group("ListUsersInGroup", "first"), "Users", "Username")).containsExactly(sub);
    Reply groups =
        cognito.call("AdminListGroupsForUser", json("UserPoolId", POOL, "Username", EMAIL));
    assertThat(names(groups, "Groups", "GroupName")).containsExactly("first", "later", "last");

    member("AdminRemoveUserFromGroup", "first");
    group("DeleteGroup", "later");
    groups = cognito.call("AdminListGroupsForUser", json("UserPoolId", POOL, "Username", EMAIL));
    assertThat(names(groups, "Groups", "GroupName")).containsExactly("last");
    create("later");
    assertThat(names(group("ListUsersInGroup", "later"), "Users", "Username")).isEmpty();
  }

  @Test
  void unknownUserAndGroupHaveTheirErrors() {
    create("admins");
    assertThat(member("AdminAddUserToGroup", "admins").type()).isEqualTo("UserNotFoundException");
    cognito.confirmed(EMAIL);
    assertThat(member("AdminAddUserToGroup", "nobody").message()).isEqualTo("Group not found.");
  }

  @Test
  void tokensNameTheGroupsByPrecedence() throws Exception {
    cognito.confirmed(EMAIL);
    assertThat(claims("AccessToken").getClaims()).doesNotContainKey("cognito:groups");
    create("writers", "Precedence", 2, "RoleArn", ROLE + "writer");
    create("readers", "Precedence", 1, "RoleArn", ROLE + "reader");
    create("others");
    List.of("others", "writers", "readers").forEach(g -> member("AdminAddUserToGroup", g));

    JWTClaimsSet access = claims("AccessToken");
    assertThat(access.getStringListClaim("cognito:groups"))
        .containsExactly("readers", "writers", "others");
    assertThat(access.getClaims()).doesNotContainKeys("cognito:roles", "cognito:preferred_role");
    JWTClaimsSet id = claims("IdToken");
    assertThat(id.getStringListClaim("cognito:groups"))
        .containsExactly("readers", "writers", "others");
    assertThat(id.getStringListClaim("cognito:roles"))
        .containsExactly(ROLE + "reader", ROLE + "writer");
    assertThat(id.getStringClaim("cognito:preferred_role")).isEqualTo(ROLE + "reader");
  }

  @Test
  void noRoleIsPreferredIfTheFirstGroupsDisagree() throws Exception {
    cognito.confirmed(EMAIL);
    create("a", "Precedence", 0, "RoleArn", ROLE + "one");
    create("b", "Precedence", 0, "RoleArn", ROLE + "two");
    List.of("a", "b").forEach(g -> member("AdminAddUserToGroup", g));

    assertThat(claims("IdToken").getClaims())
        .containsKey("cognito:roles")
        .doesNotContainKey("cognito:preferred_role");
  }
}

package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.users.ForwardingUsers;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.pictures.PictureKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The erasure of a user by themselves, and its retries. */
public class DeleteUserTest {
  /** The user of the request. */
  public static final String SUB = ChangeProfileTest.SUB;

  private static final User JANE = ChangeProfileTest.JANE;
  private static final String GET_USER_RESPONSE =
      ChangeProfileTest.getUserResponse("Jane", "Doe").replace("jane@example.com", "j@example.com");

  private final FailingOnce users = new FailingOnce();
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi(users);
    users.putIfAbsent(JANE);
    // An administrator changed the address after its mailbox was claimed.
    api.claims.claim(JANE.email(), JANE.sub(), TestApi.NOW);
    api.claims.claim("j@example.com", JANE.sub(), TestApi.NOW);
    api.claims.claim("joe@example.com", "joe", TestApi.NOW);
    api.cognito.hasOneUser(GET_USER_RESPONSE);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void rowClaimsAndUserAreDeletedInThisOrder() {
    ApiResponse answer = api.send(delete());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertNothingIsLeft();
    assertThat(api.line().get("UserErased").getAsInt()).isOne();
    assertThat(api.line().get("sub").getAsString()).isEqualTo(JANE.sub());
    assertThat(api.line().get("route").getAsString()).isEqualTo("DELETE /user");
  }

  @Test
  void pictureIsDeletedToo() {
    api.pictures.files.put(PictureKeys.picture(JANE.sub()), new byte[1]);

    assertThat(api.send(delete()).status()).isEqualTo(204);

    assertThat(api.pictures.files).isEmpty();
  }

  @Test
  void profileOfAnErasedUserIsRefused() {
    api.send(delete());
    for (int attempt = 0; attempt < 2; attempt++) {
      ApiResponse answer = api.send(ReadProfileTest.asJane());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }
    assertNothingIsLeft();
  }

  @Test
  void repeatedRequestSucceedsAndIsNotCounted() {
    api.send(delete());
    api.log.clear();
    assertThat(api.send(delete()).status()).isEqualTo(204);
    assertThat(api.line().has("UserErased")).isFalse();
  }

  static Stream<String> steps() {
    // After the row is read and before it is deleted, the claims are.
    return Stream.of("markErased", "read", "delete")
        .flatMap(step -> Stream.of("before " + step, "after " + step));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void retryCompletesAnErasureThatBrokeOff(String step) {
    users.failingStep = step;
    assertThat(api.send(delete()).status()).isEqualTo(500);
    assertThat(api.cognito.users()).isOne();
    assertThat(api.send(delete()).status()).isEqualTo(204);
    assertNothingIsLeft();
    assertThat(api.send(ReadProfileTest.asJane()).status()).isEqualTo(401);
  }

  @Test
  void retryCompletesAnErasureThatBrokeOffAtTheClaims() {
    api.mailboxes.failing();
    assertThat(api.send(delete()).status()).isEqualTo(500);
    assertThat(users.find(JANE.sub())).as("which has the address").contains(JANE);
    api.mailboxes.working();
    assertThat(api.send(delete()).status()).isEqualTo(204);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void retryCompletesAnErasureWhoseLastCallFailed(boolean deleted) {
    api.cognito.failsOnceToDelete(deleted);
    assertThat(api.send(delete()).status()).isEqualTo(503);
    assertThat(api.send(delete()).status()).isEqualTo(204);
    assertNothingIsLeft();
    assertThat(api.send(ReadProfileTest.asJane()).status()).isEqualTo(401);
  }

  @Test
  void readRepairBringsNobodyBackWhoseErasureBrokeOff() {
    api.cognito.failsOnceToDelete(false);
    api.send(delete());
    assertThat(api.send(ReadProfileTest.asJane()).code()).isEqualTo("TOKEN_INVALID");
    assertThat(api.send(ChangeProfileTest.change("{\"givenName\":\"Jo\"}")).code())
        .isEqualTo("TOKEN_INVALID");
    assertThat(users.read(JANE.sub())).isEmpty();
  }

  @Test
  void userDeletedOtherwiseIsRefused() {
    api.cognito.refuses("UserNotFoundException", "User does not exist.");
    assertThat(api.send(delete()).code()).isEqualTo("TOKEN_INVALID");
    assertThat(users.find(JANE.sub())).contains(JANE);
  }

  @Test
  void revokedTokenErasesNobodyEvenAfterATombstone() {
    users.markErased(JANE.sub(), TestApi.NOW);
    api.cognito.refuses("NotAuthorizedException", "Access Token has been revoked");
    assertThat(api.send(delete()).code()).isEqualTo("TOKEN_INVALID");
    assertThat(users.find(JANE.sub())).contains(JANE);
  }

  static Stream<ApiRequest> requestsOfOthers() {
    String other = TestTokens.access(JANE.sub(), "another-client");
    return Stream.of(
        delete().claims(Map.of()),
        delete().claims(Map.of("sub", JANE.sub(), "token_use", "id")),
        delete().claims(Map.of("sub", "joe", "token_use", "access")),
        delete().header("Authorization", "Basic a b"),
        delete().header("Authorization", "Bearer " + other));
  }

  @ParameterizedTest
  @MethodSource("requestsOfOthers")
  void onlyTheHolderOfTheTokenIsErased(ApiRequest request) {
    assertThat(api.send(request).status()).isEqualTo(401);
    assertThat(users.find(JANE.sub())).contains(JANE);
    assertThat(users.isErased(JANE.sub())).isFalse();
    assertThat(api.cognito.users()).isOne();
  }

  private void assertNothingIsLeft() {
    assertThat(users.read(JANE.sub())).isEmpty();
    assertThat(users.isErased(JANE.sub())).isTrue();
    assertThat(api.mailboxes.owners()).containsExactly("joe");
    assertThat(api.cognito.users()).isZero();
  }

  /** Returns a DELETE request of Jane. */
  public static ApiRequest delete() {
    return ApiRequest.of("DELETE", "/user")
        .claims(Map.of("sub", JANE.sub(), "token_use", "access"))
        .header("Authorization", "Bearer " + TestTokens.access(JANE.sub(), FakeCognito.CLIENT_ID));
  }

  /** A table whose process dies once, before or after a step. */
  private static final class FailingOnce extends ForwardingUsers {
    private String failingStep = "";

    FailingOnce() {
      super(new InMemoryUsers());
    }

    @Override
    public void markErased(String sub, Instant now) {
      failIf("before markErased");
      super.markErased(sub, now);
      failIf("after markErased");
    }

    @Override
    public Optional<StoredUser> read(String sub) {
      failIf("before read");
      Optional<StoredUser> row = super.read(sub);
      failIf("after read");
      return row;
    }

    @Override
    public boolean delete(String sub) {
      failIf("before delete");
      boolean deleted = super.delete(sub);
      failIf("after delete");
      return deleted;
    }

    private void failIf(String step) {
      if (failingStep.equals(step)) {
        failingStep = "";
        throw new IllegalStateException("killed");
      }
    }
  }
}

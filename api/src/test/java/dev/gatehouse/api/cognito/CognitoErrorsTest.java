package dev.gatehouse.api.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.routes.ChangeProfileTest;
import dev.gatehouse.api.routes.DeleteUserTest;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmSignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResendConfirmationCodeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserAttributesRequest;

/** Every error of Cognito, from its wire form through the real SDK client to the response. */
class CognitoErrorsTest {
  private static final String INTERNALS = "arn:aws:lambda:us-east-1:111122223333:function:x";

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  static Stream<Arguments> everyType() {
    return Arrays.stream(CognitoErrors.values())
        .flatMap(
            errors ->
                errors.types().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(type -> arguments(errors, type.getKey(), type.getValue())));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeHasItsCodeAndItsMessageIsNotShown(
      CognitoErrors errors, String type, Problem problem) {
    api.cognito.refuses(type, INTERNALS);
    ApiResponse answer = send(errors);
    assertThat(answer.code()).isEqualTo(problem.name());
    assertThat(answer.status()).isEqualTo(problem.status());
    assertThat(answer.text()).doesNotContain("arn:").doesNotContain(type);
    assertThat(api.line().get("code").getAsString()).isEqualTo(problem.name());
    assertThat(api.line().get("cause").getAsString()).isEqualTo(type);
    assertThat(api.log.toString()).doesNotContain("arn:");
    assertThat(api.cognito.calls()).as("nothing is sent twice").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyErrorThatTheSdkDeclaresIsListed(CognitoErrors errors) throws NoSuchMethodException {
    Class<?> request = requestOf(errors);
    String name = request.getSimpleName().replace("Request", "");
    Method operation =
        CognitoIdentityProviderClient.class.getMethod(
            Character.toLowerCase(name.charAt(0)) + name.substring(1), request);
    List<String> declared =
        Arrays.stream(operation.getExceptionTypes())
            .filter(CognitoIdentityProviderException.class::isAssignableFrom)
            .filter(type -> type != CognitoIdentityProviderException.class)
            .map(Class::getSimpleName)
            .toList();
    assertThat(declared).isNotEmpty();
    assertThat(errors.types().keySet()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest
  @EnumSource
  void unknownTypeIsUnavailableWithoutInternals(CognitoErrors errors) {
    api.cognito.refuses("SomethingNewException", INTERNALS);
    ApiResponse answer = send(errors);
    assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(answer.text()).doesNotContain("arn:").doesNotContain("SomethingNew");
  }

  @ParameterizedTest
  @EnumSource
  void malformedResponseOfCognitoIsUnavailable(CognitoErrors errors) {
    api.cognito.answersRaw(502, "<html>Bad Gateway 10.0.0.7</html>");
    assertThat(send(errors).code()).isEqualTo("SERVICE_UNAVAILABLE");
    api.cognito.answersRaw(400, "");
    assertThat(send(errors).code()).isEqualTo("SERVICE_UNAVAILABLE");
    api.cognito.answersRaw(200, "{\"UserSub\":");
    assertThat(send(errors).code()).isEqualTo("SERVICE_UNAVAILABLE");
  }

  @ParameterizedTest
  @EnumSource
  void unreachableCognitoIsUnavailable(CognitoErrors errors) {
    api.cognito.close();
    assertThat(send(errors).code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(api.log.toString()).doesNotContain("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InvalidParameterException|Username should be an email.|EMAIL_INVALID",
        "InvalidParameterException|Invalid email address format.|EMAIL_INVALID",
        "InvalidParameterException|Alias entry already exists for a different"
            + " username|ACCOUNT_EXISTS",
        "InvalidParameterException|1 validation error detected: Value at 'password' failed to"
            + " satisfy constraint: Member must have length greater than or equal to"
            + " 6|WEAK_PASSWORD",
        "NotAuthorizedException|SignUp is not permitted for this user pool|SIGN_UP_REFUSED",
        "UserLambdaValidationException|CustomMessage failed with error x.|CODE_NOT_SENT",
        "UnexpectedLambdaException|CustomMessage invocation failed due to error"
            + " AccessDeniedException.|CODE_NOT_SENT",
        "UnexpectedLambdaException|PreSignUp invocation failed due to error"
            + " AccessDeniedException.|SERVICE_UNAVAILABLE"
      })
  void errorsOfOneTypeAreDistinguishedByMessage(String type, String message, String code) {
    api.cognito.refuses(type, message);
    assertThat(send(CognitoErrors.SIGN_UP).code()).isEqualTo(code);
  }

  static Stream<Arguments> everyText() {
    return Arrays.stream(CognitoErrors.values())
        .flatMap(errors -> errors.messageParts().stream().map(part -> arguments(errors, part)));
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void everyTextHasItsCode(CognitoErrors errors, CognitoErrors.MessagePart part) {
    api.cognito.refuses(part.type(), "Value " + part.text() + " of arn:aws:x.");
    ApiResponse answer = send(errors);
    assertThat(answer.code()).isEqualTo(part.problem().name());
    assertThat(answer.text()).contains(part.detail()).doesNotContain("arn:");
  }

  @Test
  void errorsPageListsEveryTextInItsOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/errors.md")).stream()
            .filter(line -> line.matches("\\| [A-Z_]+ \\| `\\w+` \\| (`.*`|any) \\| `\\w+` \\|"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            everyText()
                .map(Arguments::get)
                .map(row -> row((CognitoErrors) row[0], (CognitoErrors.MessagePart) row[1]))
                .toList());
  }

  private static String row(CognitoErrors errors, CognitoErrors.MessagePart part) {
    String text = part.text().isEmpty() ? "any" : "`" + part.text() + "`";
    return "| %s | `%s` | %s | `%s` |".formatted(errors, part.type(), text, part.problem());
  }

  @Test
  void limitOfMailsSaysWhenToAskAgain() {
    api.cognito.refuses(
        "LimitExceededException",
        "Exceeded daily email limit for the operation or the account. If a higher limit is required,"
            + " please configure your user pool to use your own Amazon SES configuration.");
    assertThat(send(CognitoErrors.SIGN_UP).text()).contains("Ask for a new code tomorrow");
  }

  @Test
  void codeForAnInvitedUserNamesTheInvitation() {
    api.cognito.refuses("InvalidParameterException", "User is already confirmed.");
    assertThat(send(CognitoErrors.RESEND_CONFIRMATION_CODE).text())
        .contains("an invitation to it is pending");
  }

  @ParameterizedTest
  @MethodSource("errorsOfDeleteUser")
  void errorOfDeleteUserAfterTheTokenWasVerifiedHasItsCode(String type, Problem problem) {
    api.cognito.hasOneUser(
        "{\"Username\":\"u\",\"UserAttributes\":[{\"Name\":\"sub\",\"Value\":\"%s\"}]}"
            .formatted(DeleteUserTest.SUB));
    api.cognito.refusesToDelete(type);
    ApiResponse answer = send(CognitoErrors.DELETE_USER);
    assertThat(api.cognito.calls()).hasSize(2);
    if (type.equals("UserNotFoundException")) {
      assertThat(answer.status()).as("the user is gone").isEqualTo(204);
    } else {
      assertThat(answer.code()).isEqualTo(problem.name());
    }
  }

  static Stream<Arguments> errorsOfDeleteUser() {
    return CognitoErrors.DELETE_USER.types().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(type -> arguments(type.getKey(), type.getValue()));
  }

  @Test
  void unauthorizedAttributeIsNotAnInvalidToken() {
    api.cognito.refuses(
        "NotAuthorizedException", "A client attempted to write unauthorized attribute");
    assertThat(send(CognitoErrors.UPDATE_USER_ATTRIBUTES).code()).isEqualTo("SERVICE_UNAVAILABLE");
  }

  private static Class<?> requestOf(CognitoErrors errors) {
    return switch (errors) {
      case SIGN_UP -> SignUpRequest.class;
      case CONFIRM_SIGN_UP -> ConfirmSignUpRequest.class;
      case RESEND_CONFIRMATION_CODE -> ResendConfirmationCodeRequest.class;
      case GET_USER -> GetUserRequest.class;
      case DELETE_USER -> DeleteUserRequest.class;
      case UPDATE_USER_ATTRIBUTES -> UpdateUserAttributesRequest.class;
    };
  }

  private ApiResponse send(CognitoErrors errors) {
    return switch (errors) {
      case SIGN_UP -> api.post("/user", "{\"username\":\"j@x.org\",\"password\":\"p\"}");
      case CONFIRM_SIGN_UP ->
          api.post("/user/validate", "{\"username\":\"j@x.org\",\"code\":\"1\"}");
      case RESEND_CONFIRMATION_CODE -> api.post("/user/resend", "{\"username\":\"j@x.org\"}");
      case GET_USER -> api.post("/user/profile", "{\"access_token\":\"a.b.c\"}");
      // GetUser comes first, and has the same errors.
      case DELETE_USER -> api.send(DeleteUserTest.delete());
      case UPDATE_USER_ATTRIBUTES -> api.send(ChangeProfileTest.change("{\"givenName\":\"Jo\"}"));
    };
  }
}

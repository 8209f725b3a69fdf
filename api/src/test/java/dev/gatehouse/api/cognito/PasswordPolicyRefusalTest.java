package dev.gatehouse.api.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Password did not conform with policy: Password not long enough|The password is too short",
        "Password did not conform with policy: Password must have uppercase characters|The password"
            + " needs an upper-case letter",
        "Password did not conform with policy: Password must have lowercase characters|The password"
            + " needs a lower-case letter",
        "Password did not conform with policy: Password must have numeric characters|The password"
            + " needs a digit",
        "Password did not conform with policy: Password must have symbol characters|The password"
            + " needs a symbol such as ! or -",
        "Something else with hunter2 in it|The password does not meet the password policy"
      })
  void violationIsExplainedInASentence(String message, String detail) {
    RequestRefused refused = CognitoErrors.SIGN_UP.refusal("InvalidPasswordException", message);
    assertThat(refused.problem()).isEqualTo(Problem.WEAK_PASSWORD);
    assertThat(refused.detail()).isEqualTo(detail);
  }
}

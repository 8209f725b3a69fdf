package dev.gatehouse.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private static final Map<String, String> DENIED = Map.of("email", "jane@denied.com");

  private final AddressGuard guard =
      new AddressGuard(EmailRules.of(Map.of("DENY", "denied.com", "ADMIN", "off")));

  @ParameterizedTest
  @ValueSource(
      strings = {"CustomMessage_UpdateUserAttribute", "CustomEmailSender_UpdateUserAttribute"})
  void changedAddressMustPassTheRules(String source) {
    assertThat(guard.judge(source, DENIED)).isEqualTo(new Refused(RefusalCode.EMAIL_NOT_ALLOWED));
    assertThat(guard.judge(source, Map.of("email", "jane@a.com"))).isEqualTo(new Allowed());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "CustomMessage_SignUp",
        "CustomMessage_VerifyUserAttribute",
        "CustomEmailSender_AdminCreateUser",
        "UpdateUserAttribute"
      })
  void otherSourcesAreAllowed(String source) {
    assertThat(guard.judge(source, DENIED)).isEqualTo(new Allowed());
  }

  @Test
  void missingAddressIsRefused() {
    Refused required = new Refused(RefusalCode.EMAIL_REQUIRED);
    assertThat(guard.judge("CustomMessage_UpdateUserAttribute", Map.of())).isEqualTo(required);
    assertThat(guard.judge("CustomMessage_UpdateUserAttribute", null)).isEqualTo(required);
  }
}

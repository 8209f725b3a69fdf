package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.Decision;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.settings.FunctionSettings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MailboxClaimsTest {
  private static final FunctionSettings ONE_ACCOUNT_PER_MAILBOX =
      new FunctionSettings(Map.of("EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true"));
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final MailboxClaims claims = MailboxClaims.from(ONE_ACCOUNT_PER_MAILBOX, () -> mailboxes);
  private final EmailRules rules = EmailRules.of(Map.of("ONE_ACCOUNT_PER_MAILBOX", "true"), claims);

  private boolean maySignUp(String email) {
    return rules.judge("PreSignUp_SignUp", email) instanceof Decision.Allowed;
  }

  @Test
  void mailboxOfAConfirmedUserRefusesItsOtherAddresses() {
    assertThat(claims.claim("Jane.Doe@gmail.com", "jane", NOW)).isTrue();
    assertThat(maySignUp("janedoe+2@googlemail.com")).isFalse();
    assertThat(maySignUp("janedoe@outlook.com")).isTrue();
  }

  @Test
  void unconfirmedSignUpClaimsNoMailbox() {
    assertThat(maySignUp("jane+stranger@gmail.com")).isTrue();
    assertThat(maySignUp("jane@gmail.com")).isTrue();
    assertThat(claims.claim("jane@gmail.com", "jane", NOW)).isTrue();
  }

  @Test
  void secondOfTwoConcurrentConfirmationsLosesTheClaim() {
    assertThat(claims.claim("jane+1@a.com", "first", NOW)).isTrue();
    assertThat(claims.claim("jane+2@a.com", "second", NOW)).isFalse();
    assertThat(claims.claim("jane+1@a.com", "first", NOW)).isTrue();
  }

  @Test
  void tableContainsNoAddress() {
    claims.claim("jane@gmail.com", "jane", NOW);
    assertThat(mailboxes.owner("jane@gmail.com")).isEmpty();
    // SHA-256 of jane@gmail.com; a changed form would let every mailbox sign up once more.
    assertThat(mailboxes.owner("988b074286b20c503e3015c2076533f3bf4ce5ca6f8a507ab52c2e0f98d620b7"))
        .contains("jane");
  }

  @Test
  void invalidAddressClaimsNoMailbox() {
    assertThat(claims.claim("no address", "jane", NOW)).isTrue();
    assertThat(mailboxes.owners()).isEmpty();
  }

  @Test
  void unicodeAndAsciiFormOfADomainAreOneMailbox() {
    claims.claim("jane@bücher.de", "jane", NOW);
    assertThat(maySignUp("jane+2@xn--bcher-kva.de")).isFalse();
  }

  @Test
  void nothingIsClaimedWithoutTheSetting() {
    MailboxClaims none = MailboxClaims.from(new FunctionSettings(Map.of()), () -> mailboxes);
    assertThat(none.claim("jane@gmail.com", "jane", NOW)).isTrue();
    assertThat(mailboxes.owners()).isEmpty();
    assertThat(MailboxClaims.areEnabled(new FunctionSettings(Map.of()))).isFalse();
  }
}

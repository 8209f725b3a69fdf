package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.InMemoryMailboxes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MailboxClaimsTest {
  private static final Map<String, String> UNIQUE = Map.of("EMAIL_SUBADDRESS", "unique");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final MailboxClaims claims = MailboxClaims.from(UNIQUE, () -> mailboxes);
  private final EmailRules rules = EmailRules.from(UNIQUE, claims);

  private boolean maySignUp(String email) {
    return rules.judge("PreSignUp_SignUp", email) instanceof Decision.Allowed;
  }

  @Test
  void confirmedMailboxIsClosedToItsOtherAddresses() {
    assertThat(claims.claim("Jane.Doe@gmail.com", "jane", NOW)).isTrue();
    assertThat(maySignUp("janedoe+2@googlemail.com")).isFalse();
    assertThat(maySignUp("janedoe@outlook.com")).isTrue();
  }

  @Test
  void strangerWhoOnlySignsUpBlocksNobody() {
    assertThat(maySignUp("jane+stranger@gmail.com")).isTrue();
    assertThat(maySignUp("jane@gmail.com")).isTrue();
    assertThat(claims.claim("jane@gmail.com", "jane", NOW)).isTrue();
  }

  @Test
  void secondOfTwoWhoConfirmAtOnceIsToldApart() {
    assertThat(claims.claim("jane+1@a.com", "first", NOW)).isTrue();
    assertThat(claims.claim("jane+2@a.com", "second", NOW)).isFalse();
    assertThat(claims.claim("jane+1@a.com", "first", NOW)).isTrue();
  }

  @Test
  void tableIsToldNoAddress() {
    claims.claim("jane@gmail.com", "jane", NOW);
    assertThat(mailboxes.owner("jane@gmail.com")).isEmpty();
    // SHA-256 of jane@gmail.com; a changed form would let every mailbox sign up once more.
    assertThat(mailboxes.owner("988b074286b20c503e3015c2076533f3bf4ce5ca6f8a507ab52c2e0f98d620b7"))
        .contains("jane");
  }

  @Test
  void addressThatIsNoneIsNobodysMailbox() {
    assertThat(claims.claim("no address", "jane", NOW)).isTrue();
    assertThat(mailboxes.claims()).isEmpty();
  }

  @Test
  void shownAndSentFormOfADomainAreOneMailbox() {
    claims.claim("jane@bücher.de", "jane", NOW);
    assertThat(maySignUp("jane+2@xn--bcher-kva.de")).isFalse();
  }

  @Test
  void withoutTheSettingNothingIsClaimed() {
    MailboxClaims none = MailboxClaims.from(Map.of(), () -> mailboxes);
    assertThat(none.claim("jane@gmail.com", "jane", NOW)).isTrue();
    assertThat(mailboxes.claims()).isEmpty();
    assertThat(MailboxClaims.isUnique(Map.of())).isFalse();
  }
}

package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeated invocations for the same mail. */
final class DeduplicationTest extends CustomEmailSenderFixture {
  @ParameterizedTest
  @MethodSource(SOURCES)
  void repeatedInvocationSendsNoSecondMail(String source) {
    JsonObject event = event(source, "402913");
    handle(event);
    handle(event);
    clock.advance(SentCodes.LEASE.plusSeconds(60));
    handle(event);
    assertThat(mails).hasSize(1);
    assertThat(lastLogLine().get("outcome").getAsString()).isEqualTo("already-sent");
  }

  @Test
  void newCodeIsSent() {
    handle(event("resend-code", "402913"));
    handle(event("resend-code", "402914"));
    assertThat(mails).hasSize(2);
  }

  @Test
  void claimOfAnInterruptedInvocationExpires() {
    JsonObject event = event("sign-up", "402913");
    failure = new ProcessKilled();
    // A killed process does not release its claim.
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> handle(event, new SentCodesWithoutRelease(codes)));
    failure = null;
    assertNotSent(event, SendFailure.BEING_SENT);
    clock.advance(SentCodes.LEASE);
    handle(event);
    assertThat(mails).hasSize(1);
  }

  private static final class ProcessKilled extends RuntimeException {}

  private record SentCodesWithoutRelease(SentCodes codes) implements SentCodes {
    @Override
    public Claim claim(String key, Duration lifetime) {
      return codes.claim(key, lifetime);
    }

    @Override
    public void markSent(String key) {
      codes.markSent(key);
    }

    @Override
    public void release(String key, Claim.Granted claim) {
      throw new ProcessKilled();
    }
  }

  @ParameterizedTest
  @CsvSource({"SES_REJECTED", "SES_THROTTLED", "SES_UNREACHABLE", "SES_ACCOUNT_PAUSED"})
  void failedSendReleasesTheClaim(SendFailure reason) {
    JsonObject event = event("sign-up", "402913");
    failure = new MailNotSent(reason, new IllegalStateException("jane@example.com"));
    assertNotSent(event, reason);
    failure = null;
    handle(event);
    assertThat(mails).hasSize(1);
  }

  @Test
  void mailIsSentIfTheTableIsUnavailable() {
    SentCodes unavailable =
        new SentCodes() {
          @Override
          public Claim claim(String key, Duration lifetime) {
            throw new IllegalStateException("the table is unavailable");
          }

          @Override
          public void markSent(String key) {}

          @Override
          public void release(String key, Claim.Granted claim) {}
        };
    handle(event("sign-up", "402913"), unavailable);
    assertThat(mails).hasSize(1);
    assertThat(log.line().get("code").getAsString()).isEqualTo("CLAIM_FAILED");
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
  }
}

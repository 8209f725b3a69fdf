package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens when the same mail is called for again. */
final class SentOnceTest extends OneSender {
  @ParameterizedTest
  @MethodSource(SOURCES)
  void callThatComesAgainSendsNothingAgain(String source) {
    JsonObject event = event(source, "402913");
    handle(event);
    handle(event);
    clock.pass(SentCodes.LEASE.plusSeconds(60));
    handle(event);
    assertThat(mails).hasSize(1);
    assertThat(lastLine().get("outcome").getAsString()).isEqualTo("already-sent");
  }

  @Test
  void newCodeIsAnotherMail() {
    handle(event("resend-code", "402913"));
    handle(event("resend-code", "402914"));
    assertThat(mails).hasSize(2);
  }

  @Test
  void whoBrokeOffIsWaitedForAndThenReplaced() {
    JsonObject event = event("sign-up", "402913");
    failure = new OutOfTime();
    // Not even the claim was given back: the process was gone.
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> handle(event, new Unreleased(codes)));
    failure = null;
    notSent(event, NotSent.BEING_SENT);
    clock.pass(SentCodes.LEASE);
    handle(event);
    assertThat(mails).hasSize(1);
  }

  private static final class OutOfTime extends RuntimeException {}

  private record Unreleased(SentCodes codes) implements SentCodes {
    @Override
    public Claim claim(String key, Duration lifetime) {
      return codes.claim(key, lifetime);
    }

    @Override
    public void sent(String key) {
      codes.sent(key);
    }

    @Override
    public void release(String key, Claim.Granted claim) {
      throw new OutOfTime();
    }
  }

  @ParameterizedTest
  @CsvSource({"SES_REJECTED", "SES_THROTTLED", "SES_UNREACHABLE", "SES_ACCOUNT_PAUSED"})
  void whatSesRefusedMayBeTriedAgainAtOnce(NotSent why) {
    JsonObject event = event("sign-up", "402913");
    failure = new MailNotSent(why, new IllegalStateException("jane@example.com"));
    notSent(event, why);
    failure = null;
    handle(event);
    assertThat(mails).hasSize(1);
  }

  @Test
  void mailGoesOutWhenNothingCanBeRemembered() {
    SentCodes broken =
        new SentCodes() {
          @Override
          public Claim claim(String key, Duration lifetime) {
            throw new IllegalStateException("the table is down");
          }

          @Override
          public void sent(String key) {}

          @Override
          public void release(String key, Claim.Granted claim) {}
        };
    handle(event("sign-up", "402913"), broken);
    assertThat(mails).hasSize(1);
    assertThat(log.line().get("code").getAsString()).isEqualTo("CLAIM_FAILED");
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
  }
}

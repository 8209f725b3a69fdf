package dev.gatehouse.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import dev.gatehouse.local.ses.mail.SentMail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailsTest {
  private final Inbox inbox = new Inbox();
  private final Mails mails = new Mails(inbox);

  private SentMail add(String id, String to, String html) {
    SentMail sent =
        new SentMail(id, Instant.EPOCH, Mail.html("Shop <a@b.org>", to, "Subject " + id, html));
    inbox.add(sent);
    return sent;
  }

  private List<String> ids(ListPage<SentMail> page) {
    return page.map(SentMail::id).items();
  }

  @Test
  void pagesAreNewestFirstAndGoOnAfterTheLastMail() {
    for (int i = 1; i <= 5; i++) {
      add("m" + i, "jane@b.org", "<p>text</p>");
    }

    ListPage<SentMail> first = mails.list("", "", 2);
    assertThat(ids(first)).containsExactly("m5", "m4");
    add("m6", "jane@b.org", "<p>text</p>");
    ListPage<SentMail> second = mails.list("", first.next(), 2);
    assertThat(ids(second)).containsExactly("m3", "m2");
    ListPage<SentMail> last = mails.list("", second.next(), 2);
    assertThat(ids(last)).containsExactly("m1");
    assertThat(last.next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"JANE@b, m1", "subject M2, m2", "Ünïcode needle, m3", "shop, m3 m2 m1", "td, ''"})
  void searchLooksInAddressesSubjectAndTextButNotInTags(String words, String found) {
    add("m1", "jane@b.org", "<table><tr><td>x</td></tr></table>");
    add("m2", "joe@b.org", "<p>x</p>");
    add("m3", "joe@b.org", "<p>&Uuml;n&iuml;code <b>needle</b></p>");

    assertThat(String.join(" ", ids(mails.list(words, "", 10)))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<p>Your code is 471199.</p>, 471199",
        "<p style='color:#123456'>Your code: <b>471199</b></p>, 471199",
        "<style>p { color: #111111; width: 600000px }</style><p>471199</p>, 471199",
        "<p>Order 1234567 of 12.345678 for no-471199@b.org</p>, ``",
        "<p>Nothing</p>, ``"
      })
  void codeIsTheSixDigitsOfTheText(String html, String code) {
    assertThat(mails.code(add("m", "jane@b.org", html))).isEqualTo(code);
  }

  @Test
  void textOfHtmlHasALineForEachBlockAndNothingHidden() {
    SentMail sent =
        add(
            "m",
            "jane@b.org",
            "<html><head><title>T</title><style>p{}</style></head><body>"
                + "<div style='display: none'>preview</div><h1>Hello</h1><p>one  <b>two</b><br>three"
                + "</p><table><tr><td>a</td><td>b</td></tr></table></body></html>");

    assertThat(mails.text(sent)).isEqualTo("Hello\n\none two\nthree\n\nab");
  }

  @Test
  void sourceHasHeadersAndBothParts() {
    Mail mail =
        new Mail(
            "Shop <a@b.org>",
            List.of("jane@b.org"),
            List.of(),
            List.of("hidden@b.org"),
            "Your cöde",
            "the text",
            "<p>the HTML</p>",
            new SendOptions(
                List.of("help@b.org"), null, Map.of("message", "sign-up"), Map.of("X-A", "b")));

    assertThat(MailSource.of(new SentMail("id", Instant.EPOCH, mail)))
        .contains(
            "From: Shop <a@b.org>\r\n",
            "To: jane@b.org\r\n",
            "Bcc: hidden@b.org\r\n",
            "Reply-To: help@b.org\r\n",
            "Subject: =?UTF-8?Q?Your_c=C3=B6de?=\r\n",
            "X-SES-MESSAGE-TAGS: message=sign-up\r\n",
            "X-A: b\r\n",
            "Message-ID: <id@email.amazonses.com>\r\n",
            "Content-Type: text/plain; charset=UTF-8",
            "the text",
            "Content-Type: text/html; charset=UTF-8",
            "<p>the HTML</p>");
  }
}

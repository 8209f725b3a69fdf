package dev.gatehouse.local.inspect;

import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails of the inbox, newest first, with their texts and codes. */
public final class Mails {

  /** A code of six digits that is part of no longer word, number, address or color. */
  private static final Pattern CODE =
      Pattern.compile("(?<![\\w#@.,:/+-])\\d{6}(?![\\w@-]|[.,:]\\d)");

  private static final int CACHED_TEXTS = 10_000;

  private final Inbox inbox;
  private final Map<String, String> texts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > CACHED_TEXTS;
        }
      };

  /** Creates a view of an inbox. */
  public Mails(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Returns all mails, newest first. */
  public List<SentMail> newestFirst() {
    return inbox.mails().reversed();
  }

  /**
   * Returns a page of the mails whose addresses, subject or text contain the words, whatever their
   * case.
   */
  public ListPage<SentMail> list(String words, String before, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    String longestWord = longestWord(wanted);
    return ListPage.of(
        newestFirst(),
        SentMail::id,
        mail -> wanted.isEmpty() || matches(mail, wanted, longestWord),
        before,
        limit);
  }

  /** Returns the mail of this id, or an empty Optional if there is none. */
  public Optional<SentMail> find(String id) {
    return inbox.mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /** Returns the mails to an address, newest first; an empty address means any. */
  public List<SentMail> to(String address) {
    return newestFirst().stream()
        .filter(mail -> address.isEmpty() || isTo(mail.mail(), address))
        .toList();
  }

  /** Returns the text part of a mail, or else the text of its HTML. */
  public String text(SentMail sent) {
    Mail mail = sent.mail();
    String part = mail.text();
    if (part != null) {
      return part;
    }
    synchronized (texts) {
      String known = texts.get(sent.id());
      if (known != null) {
        return known;
      }
    }
    String html = mail.html();
    if (html == null) {
      return "";
    }
    String text = HtmlText.of(html);
    synchronized (texts) {
      texts.put(sent.id(), text);
    }
    return text;
  }

  /** Returns the code of six digits in the text of a mail, empty if there is none. */
  public String code(SentMail sent) {
    Matcher code = CODE.matcher(text(sent));
    return code.find() ? code.group() : "";
  }

  private boolean matches(SentMail sent, String wanted, String longestWord) {
    Mail mail = sent.mail();
    return Stream.of(List.of(mail.source(), mail.subject()), mail.to(), mail.cc(), mail.bcc())
            .flatMap(List::stream)
            .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted))
        || (mayContain(mail, longestWord) && text(sent).toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Returns false if the text cannot contain the word, without the parsing of HTML. */
  private static boolean mayContain(Mail mail, String word) {
    String text = mail.text();
    String content = text == null ? String.valueOf(mail.html()) : text;
    return content.toLowerCase(Locale.ROOT).contains(word);
  }

  private static String longestWord(String words) {
    return Stream.of(words.split("[^a-z0-9]+", -1))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static boolean isTo(Mail mail, String address) {
    return Stream.of(mail.to(), mail.cc(), mail.bcc())
        .flatMap(List::stream)
        .anyMatch(
            each ->
                each.equalsIgnoreCase(address)
                    || each.toLowerCase(Locale.ROOT)
                        .endsWith("<" + address.toLowerCase(Locale.ROOT) + ">"));
  }
}

package dev.gatehouse.local.console;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * A mail as the texts on disk make it.
 *
 * @param directory the directory of the language folders
 * @param missing whether there is no such directory
 * @param mistakes the mistakes of all languages, or one line that says that there is none
 * @param frame the address of the mail's HTML
 * @param text the mail as plain text
 */
@JStache(path = "dev/gatehouse/local/console/mail-texts.html")
record MailTextsPage(
    String directory,
    boolean missing,
    List<Choice> languages,
    List<Choice> mails,
    List<TextLine> mistakes,
    String frame,
    String subject,
    String text) {

  /** A language or a mail that can be chosen. */
  record Choice(String name, boolean selected) {}

  /** A line of a list. */
  record TextLine(String id, String text) {}
}

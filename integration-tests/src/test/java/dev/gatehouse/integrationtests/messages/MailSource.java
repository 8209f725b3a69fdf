package dev.gatehouse.integrationtests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source of a mail, with the headers that a mail program shows (RFC 2047). */
record MailSource(String text) {
  private static final Pattern ENCODED_WORDS =
      Pattern.compile("=\\?UTF-8\\?[BQ]\\?[^?]*\\?=(?:\\s+=\\?UTF-8\\?[BQ]\\?[^?]*\\?=)*");
  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([BQ])\\?([^?]*)\\?=");
  private static final Pattern OCTET = Pattern.compile("=([0-9A-F]{2})|(.)");

  /** Returns the first header with a name, unfolded and decoded. */
  String header(String name) {
    String folded =
        Pattern.compile("(?m)^" + name + ": (.*(?:\\r?\\n[ \\t].*)*)")
            .matcher(text)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    return ENCODED_WORDS
        .matcher(folded.replaceAll("\\r?\\n(?=[ \\t])", ""))
        .replaceAll(words -> Matcher.quoteReplacement(decoded(words.group())));
  }

  private static String decoded(String words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (MatchResult word : WORD.matcher(words).results().toList()) {
      if (word.group(1).equals("B")) {
        bytes.writeBytes(Base64.getDecoder().decode(word.group(2)));
      } else {
        OCTET
            .matcher(word.group(2).replace('_', ' '))
            .results()
            .forEach(
                octet ->
                    bytes.write(
                        octet.group(1) == null
                            ? octet.group(2).charAt(0)
                            : Integer.parseInt(octet.group(1), 16)));
      }
    }
    return bytes.toString(UTF_8);
  }
}

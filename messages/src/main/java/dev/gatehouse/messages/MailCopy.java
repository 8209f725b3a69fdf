package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyFile;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one kind of mail in one language.
 *
 * @param preheader the preview text that mail clients show beside the subject
 * @param request what the user asked for, and what to do with the code
 * @param userName the label of the user name, in an invitation
 * @param label the label of the code; mail clients look for the code right after it
 * @param lifetime how long the code is valid
 * @param button the text of the link to the product
 * @param caution what the product never asks for, and what to do with an unexpected mail
 * @param time when the user asked for the mail, or when its event happened, with the placeholder
 *     {@code {time}}
 * @param contact how to reach support
 */
record MailCopy(
    String subject,
    String preheader,
    String heading,
    String request,
    @Nullable String userName,
    @Nullable String label,
    @Nullable String lifetime,
    @Nullable String button,
    String caution,
    @Nullable String time,
    String contact) {

  /** Returns the sentence about the time, or null if the mail has none. */
  @Nullable String at(Placeholders placeholders) {
    @Nullable String clock = placeholders.timeOfDay();
    return time == null || clock == null ? null : time.replace(CopyFile.TIME, clock);
  }
}

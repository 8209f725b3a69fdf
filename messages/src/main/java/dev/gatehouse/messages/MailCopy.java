package dev.gatehouse.messages;

import org.jspecify.annotations.Nullable;

/**
 * The copy of one kind of mail in one language.
 *
 * @param preheader the preview text that mail clients show beside the subject
 * @param request what the user asked for, and what to do with the code
 * @param userName the label of the user name, in an invitation
 * @param label the label of the code; mail clients look for the code right after it
 * @param lifetime how long the code is valid
 * @param caution what the product never asks for, and what to do with an unexpected mail
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
    String caution,
    String contact) {}

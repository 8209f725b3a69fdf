package dev.gatehouse.triggers.messages;

import org.jspecify.annotations.Nullable;

/**
 * Holds what one mail says, in one language.
 *
 * @param preheader the line that a list of mails shows beside the subject
 * @param request what was asked for, and what to do with the code
 * @param userName what stands before the user name, in an invitation
 * @param label what stands right before the code, where mail programs look for it
 * @param lifetime how long the code is good for
 * @param caution what we never do, and what to do if somebody else asked
 */
record Words(
    String subject,
    String preheader,
    String heading,
    String request,
    @Nullable String userName,
    @Nullable String label,
    @Nullable String lifetime,
    String caution,
    String contact) {}

package dev.gatehouse.messages;

import io.jstach.jstache.JStache;
import org.jspecify.annotations.Nullable;

/** The HTML body of a mail; the template escapes every value. */
@JStache(path = "dev/gatehouse/messages/mail.mustache")
record MailHtml(
    Language language,
    Brand brand,
    MailCopy copy,
    Placeholders placeholders,
    @Nullable MailLink link,
    @Nullable String time,
    boolean password) {}

package dev.gatehouse.messages;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstachio.escapers.PlainText;
import org.jspecify.annotations.Nullable;

/** The plain text body of a mail; the template escapes nothing. */
@JStache(path = "dev/gatehouse/messages/mail-text.mustache")
@JStacheConfig(contentType = PlainText.class)
record MailPlainText(
    Brand brand,
    MailCopy copy,
    Placeholders placeholders,
    @Nullable MailLink link,
    @Nullable String time) {}

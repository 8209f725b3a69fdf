package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a list.
 *
 * @param code the code in its text, null if there is none
 */
@JStache(path = "dev/gatehouse/local/console/mail-row.html")
public record MailRow(
    String id, DisplayTime time, String to, String subject, @Nullable String code) {}

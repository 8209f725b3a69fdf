package dev.gatehouse.triggers.messages;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstachio.escapers.PlainText;

/** Fills the same mail for programs that show text alone; nothing is escaped. */
@JStache(path = "dev/gatehouse/triggers/messages/mail-text.mustache")
@JStacheConfig(contentType = PlainText.class)
record MailText(Brand brand, Words words, Inserts inserts) {}

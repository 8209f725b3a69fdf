package dev.gatehouse.triggers.messages;

import io.jstach.jstache.JStache;

/** Fills the one page that every mail is; whatever goes in is escaped. */
@JStache(path = "dev/gatehouse/triggers/messages/mail.mustache")
record MailPage(Language language, Brand brand, Words words, Inserts inserts, boolean password) {}

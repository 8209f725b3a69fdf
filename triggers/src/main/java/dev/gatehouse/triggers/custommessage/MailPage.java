package dev.gatehouse.triggers.custommessage;

import io.jstach.jstache.JStache;

/**
 * Fills the one page that every mail is; whatever goes in is escaped.
 *
 * @param language the tag of the language that the words are in
 * @param direction ltr or rtl, as that language is written
 * @param code what Cognito replaces with the code
 */
@JStache(path = "dev/gatehouse/triggers/custommessage/mail.mustache")
record MailPage(String language, String direction, String product, Words words, String code) {}

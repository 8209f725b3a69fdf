/**
 * The e-mails that Amazon Cognito asks for, rendered as HTML and plain text in the user's language.
 * {@link dev.gatehouse.messages.MailRenderer} is the entry point.
 *
 * <pre>{@code
 * MailRenderer renderer = MailRenderer.of(Map.of("PRODUCT_NAME", "Gatehouse"));
 * Mail mail = renderer.render(MessageKind.SIGN_UP, "es-MX", Placeholders.of("402913"));
 * mail.subject(); // "Tu código de verificación de Gatehouse"
 * }</pre>
 *
 * <p>Pure Java 17, without AWS types. The copy lies in {@code languages/<tag>/}, a properties file
 * for each {@link dev.gatehouse.messages.MessageKind}.
 */
@NullMarked
package dev.gatehouse.messages;

import org.jspecify.annotations.NullMarked;

/** Words the mails of a product, in each of its languages. */
@NullMarked
package dev.gatehouse.triggers.messages;

import org.jspecify.annotations.NullMarked;

/** A user as JSON in a message. */
@NullMarked
package dev.gatehouse.users.json;

import org.jspecify.annotations.NullMarked;

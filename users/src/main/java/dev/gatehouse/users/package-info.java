/** A confirmed user, the port that stores users, and mailbox claims. */
@NullMarked
package dev.gatehouse.users;

import org.jspecify.annotations.NullMarked;

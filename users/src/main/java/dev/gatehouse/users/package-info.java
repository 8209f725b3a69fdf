/** What a user is, and where confirmed users are kept. */
@NullMarked
package dev.gatehouse.users;

import org.jspecify.annotations.NullMarked;

/** Draws the account, and lists what is in it, from plan.json and nothing else. */
@NullMarked
package dev.gatehouse.pulumi.picture;

import org.jspecify.annotations.NullMarked;

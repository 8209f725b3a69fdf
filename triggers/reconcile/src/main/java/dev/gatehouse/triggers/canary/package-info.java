/** The function that signs a user in every few minutes, and a new one up every day. */
@NullMarked
package dev.gatehouse.triggers.canary;

import org.jspecify.annotations.NullMarked;

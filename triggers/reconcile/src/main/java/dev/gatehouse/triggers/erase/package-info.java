/** The function with which an administrator erases a user. */
@NullMarked
package dev.gatehouse.triggers.erase;

import org.jspecify.annotations.NullMarked;

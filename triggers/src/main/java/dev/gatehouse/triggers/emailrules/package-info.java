/** Decides which addresses may sign up: how they are written, where they lead, who lists them. */
@NullMarked
package dev.gatehouse.triggers.emailrules;

import org.jspecify.annotations.NullMarked;

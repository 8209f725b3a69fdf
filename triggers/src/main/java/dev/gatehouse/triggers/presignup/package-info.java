/** Decides who may sign up. */
@NullMarked
package dev.gatehouse.triggers.presignup;

import org.jspecify.annotations.NullMarked;

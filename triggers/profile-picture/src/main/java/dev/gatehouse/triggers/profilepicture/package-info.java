/** The function that makes profile pictures of uploads. */
@NullMarked
package dev.gatehouse.triggers.profilepicture;

import org.jspecify.annotations.NullMarked;

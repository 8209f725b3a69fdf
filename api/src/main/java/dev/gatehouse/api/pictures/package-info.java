/** The routes of the profile picture, which goes to and from the bucket without this function. */
@NullMarked
package dev.gatehouse.api.pictures;

import org.jspecify.annotations.NullMarked;

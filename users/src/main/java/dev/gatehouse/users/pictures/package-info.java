/** Profile pictures: what a user may upload, where pictures are, and what is known about them. */
@NullMarked
package dev.gatehouse.users.pictures;

import org.jspecify.annotations.NullMarked;

/** What is kept between two starts. */
@NullMarked
package dev.gatehouse.local.cognito.state;

import org.jspecify.annotations.NullMarked;

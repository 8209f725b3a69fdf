/** The HTML of the hosted pages. */
@NullMarked
package dev.gatehouse.local.cognito.hosted.html;

import org.jspecify.annotations.NullMarked;

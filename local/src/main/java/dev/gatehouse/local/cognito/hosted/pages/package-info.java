/** The hosted pages, one class for each path. */
@NullMarked
package dev.gatehouse.local.cognito.hosted.pages;

import org.jspecify.annotations.NullMarked;

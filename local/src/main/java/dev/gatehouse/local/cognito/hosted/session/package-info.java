/** Browser sessions, CSRF tokens and redirects of the hosted pages. */
@NullMarked
package dev.gatehouse.local.cognito.hosted.session;

import org.jspecify.annotations.NullMarked;

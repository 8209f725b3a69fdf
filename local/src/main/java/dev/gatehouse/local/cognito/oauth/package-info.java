/** The authorization server of a user pool's domain: OAuth 2.0 with codes, and OpenID Connect. */
@NullMarked
package dev.gatehouse.local.cognito.oauth;

import org.jspecify.annotations.NullMarked;

/** The OAuth 2.0 endpoints of user pool domains. */
@NullMarked
package dev.gatehouse.local.cognito.oauth;

import org.jspecify.annotations.NullMarked;

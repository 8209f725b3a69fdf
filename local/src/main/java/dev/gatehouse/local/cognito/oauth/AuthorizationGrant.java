package dev.gatehouse.local.cognito.oauth;

import java.time.Instant;

/** The grant behind an authorization code. */
record AuthorizationGrant(
    AuthorizationRequest request, String username, Instant authTime, Instant expires) {}

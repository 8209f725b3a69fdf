package dev.gatehouse.local.cognito.oauth;

import java.time.Instant;

/** Is what a code stands for: who signed in where and when, and what they were asked. */
record Authorization(
    AuthorizationRequest asked, String username, Instant signedIn, Instant expires) {}

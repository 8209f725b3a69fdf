/** User pools, their clients, their users and their sessions. */
@NullMarked
package dev.gatehouse.local.cognito.pools;

import org.jspecify.annotations.NullMarked;

/** User pools with their app clients, users and sessions. */
@NullMarked
package dev.gatehouse.local.cognito.pools;

import org.jspecify.annotations.NullMarked;

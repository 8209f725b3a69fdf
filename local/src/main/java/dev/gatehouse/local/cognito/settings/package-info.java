/** Settings of user pools and app clients, parsed and checked. */
@NullMarked
package dev.gatehouse.local.cognito.settings;

import org.jspecify.annotations.NullMarked;

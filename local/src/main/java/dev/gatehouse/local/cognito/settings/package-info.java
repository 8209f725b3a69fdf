/** What a pool or a client was declared to be, checked input by input. */
@NullMarked
package dev.gatehouse.local.cognito.settings;

import org.jspecify.annotations.NullMarked;

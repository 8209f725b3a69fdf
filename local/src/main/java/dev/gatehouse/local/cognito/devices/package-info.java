/** Devices that a user pool tracks. */
@NullMarked
package dev.gatehouse.local.cognito.devices;

import org.jspecify.annotations.NullMarked;

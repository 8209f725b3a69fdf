/** The PostConfirmation trigger: writes a confirmed user into the users table. */
@NullMarked
@Json.Import({PostConfirmationEvent.class})
package dev.gatehouse.triggers.postconfirmation;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;

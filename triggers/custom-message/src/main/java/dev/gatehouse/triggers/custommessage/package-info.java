/** The CustomMessage trigger, which writes the e-mails that Cognito sends. */
@NullMarked
@Json.Import({CustomMessageEvent.class})
package dev.gatehouse.triggers.custommessage;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;

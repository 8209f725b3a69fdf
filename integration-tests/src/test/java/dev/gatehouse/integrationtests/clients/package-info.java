/** The clients that the journeys use: the API, the AWS SDK, the AWS command line, the inbox. */
@NullMarked
package dev.gatehouse.integrationtests.clients;

import org.jspecify.annotations.NullMarked;

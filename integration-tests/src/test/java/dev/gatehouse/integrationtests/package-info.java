/** Journeys through the running whole, over HTTP and the AWS SDK only. */
@NullMarked
package dev.gatehouse.integrationtests;

import org.jspecify.annotations.NullMarked;

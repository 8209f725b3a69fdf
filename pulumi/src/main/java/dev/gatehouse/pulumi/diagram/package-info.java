/** The document of the account, drawn and listed from plan.json. */
@NullMarked
package dev.gatehouse.pulumi.diagram;

import org.jspecify.annotations.NullMarked;

/** The program on the real Pulumi engine, by Pulumi's Automation API. */
@NullMarked
package dev.gatehouse.pulumi.automation;

import org.jspecify.annotations.NullMarked;

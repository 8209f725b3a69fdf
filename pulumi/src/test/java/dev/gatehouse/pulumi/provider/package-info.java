/** A fake of Pulumi's AWS provider that the real engine connects to. */
@NullMarked
package dev.gatehouse.pulumi.provider;

import org.jspecify.annotations.NullMarked;

/** The local emulator: the AWS account of the Pulumi program on one computer. */
@NullMarked
package dev.gatehouse.local;

import org.jspecify.annotations.NullMarked;

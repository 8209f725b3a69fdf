/** A fake of AWS over TLS with fixed responses. */
@NullMarked
package dev.gatehouse.benchmarks.start.fakeaws;

import org.jspecify.annotations.NullMarked;

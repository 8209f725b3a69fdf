/** What a stack may set: every key, its checks, and the sentences that refuse a value. */
@NullMarked
package dev.gatehouse.pulumi.settings;

import org.jspecify.annotations.NullMarked;

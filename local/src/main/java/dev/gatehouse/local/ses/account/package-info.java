/** The SES account: its verified identities, its configuration sets and what it sends. */
@NullMarked
package dev.gatehouse.local.ses.account;

import org.jspecify.annotations.NullMarked;

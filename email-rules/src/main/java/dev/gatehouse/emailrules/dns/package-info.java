/** Lookups of the mail hosts of a domain in the DNS. */
@NullMarked
package dev.gatehouse.emailrules.dns;

import org.jspecify.annotations.NullMarked;

/** The addresses of mails, in the form that mail systems take. */
@NullMarked
package dev.gatehouse.pulumi.address;

import org.jspecify.annotations.NullMarked;

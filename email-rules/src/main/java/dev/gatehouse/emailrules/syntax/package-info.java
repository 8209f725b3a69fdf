/** The syntax of an e-mail address: RFC 5321, RFC 5890, RFC 3492, UTS 39. */
@NullMarked
package dev.gatehouse.emailrules.syntax;

import org.jspecify.annotations.NullMarked;

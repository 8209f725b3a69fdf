/** The texts of the mails in the source tree, which a page shows while somebody edits them. */
@NullMarked
package dev.gatehouse.local.mailtexts;

import org.jspecify.annotations.NullMarked;

/** The content of the console's pages and rows; the templates escape every text. */
@NullMarked
package dev.gatehouse.local.console.view;

import org.jspecify.annotations.NullMarked;

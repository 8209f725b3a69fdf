/** What web pages may do with the emulator, in a browser. */
@NullMarked
package dev.gatehouse.integrationtests.browser;

import org.jspecify.annotations.NullMarked;

/** The demo: a web page that signs up, signs in and shows the profile. */
@NullMarked
package dev.gatehouse.local.demo;

import org.jspecify.annotations.NullMarked;

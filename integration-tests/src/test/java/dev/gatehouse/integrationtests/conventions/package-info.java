/** The project's conventions, checked on sources and compiled classes. */
@NullMarked
package dev.gatehouse.integrationtests.conventions;

import org.jspecify.annotations.NullMarked;

/** The repository under test: its modules, archives, sources and tracked files. */
@NullMarked
package dev.gatehouse.integrationtests.project;

import org.jspecify.annotations.NullMarked;

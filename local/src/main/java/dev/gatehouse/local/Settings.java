package dev.gatehouse.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Is what a person may choose about the machine.
 *
 * @param root the repository root, from where the plan names its archives
 * @param apiPort the port of the API, 0 for any free one
 * @param awsPort the port of everything else, 0 for any free one
 * @param data the directory that keeps users and tables, null to keep them in memory
 */
record Settings(Path root, int apiPort, int awsPort, @Nullable Path data) {}

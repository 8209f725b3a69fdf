/** Profile pictures, and the S3 that stores them. */
@NullMarked
package dev.gatehouse.integrationtests.pictures;

import org.jspecify.annotations.NullMarked;

package dev.gatehouse.integrationtests.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The row of a test in the table of docs/emulators.md. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Check {
  /** Returns what the emulator does, as a row of the table. */
  String value();
}

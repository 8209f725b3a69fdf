package dev.gatehouse.benchmarks.start.process;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The C library's functions for the CPU clock of a process. */
interface LinuxClocks extends Library {
  LinuxClocks C = Native.load(Platform.C_LIBRARY_NAME, LinuxClocks.class);

  /** Finds the clock of a process; returns 0 or an error number. */
  @SuppressWarnings("MemberName") // the name in C
  int clock_getcpuclockid(int process, int[] clock);

  /** Reads a clock in seconds and nanoseconds; returns 0 on success. */
  @SuppressWarnings("MemberName") // the name in C
  int clock_gettime(int clock, long[] time);
}

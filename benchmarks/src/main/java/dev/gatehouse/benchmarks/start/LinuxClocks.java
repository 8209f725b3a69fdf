package dev.gatehouse.benchmarks.start;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** Is the part of the C library that tells how long the processor has worked for a process. */
interface LinuxClocks extends Library {
  LinuxClocks C = Native.load(Platform.C_LIBRARY_NAME, LinuxClocks.class);

  /** Finds the clock of a process; returns 0, or the number of an error. */
  @SuppressWarnings("MemberName") // so it is called there
  int clock_getcpuclockid(int process, int[] clock);

  /** Reads a clock in seconds and nanoseconds; returns 0 unless there is no such clock. */
  @SuppressWarnings("MemberName") // so it is called there
  int clock_gettime(int clock, long[] time);
}

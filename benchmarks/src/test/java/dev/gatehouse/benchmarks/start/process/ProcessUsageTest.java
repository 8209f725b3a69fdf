package dev.gatehouse.benchmarks.start.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessUsageTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ProcessUsage self =
      new ProcessUsage(Math.toIntExact(ProcessHandle.current().pid()));

  /** Other threads may run meanwhile, so the process can have used more than this thread. */
  @Test
  void cpuTimeGrowsByAThreadsWork() throws IOException {
    double before = self.cpuMillis();
    long begun = THREADS.getCurrentThreadCpuTime();
    long worked = 0;
    while (worked < 5_000_000) {
      worked = THREADS.getCurrentThreadCpuTime() - begun;
    }
    assertThat(self.cpuMillis() - before).isGreaterThan(worked / 1e6).isLessThan(5_000);
  }

  @Test
  void cpuTimeIsFinerThanThatOfProc() throws IOException {
    double before = self.cpuMillis();
    assertThat(self.cpuMillis() - before).isPositive();
  }

  @Test
  void peakMemoryIsMoreThanTheHeapInUse() throws IOException {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    assertThat(self.peakKilobytes()).isGreaterThan(heap / 1024);
  }

  @Test
  void exitedProcessHasNoClock() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThatThrownBy(() -> ProcessUsage.of(ended).cpuMillis())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has exited");
  }
}

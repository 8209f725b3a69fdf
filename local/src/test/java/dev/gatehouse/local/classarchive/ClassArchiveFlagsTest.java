package dev.gatehouse.local.classarchive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassArchiveFlagsTest {

  @Test
  void jdk25HasAnAotCacheAndEarlierOnesAnArchiveOfClasses() {
    assertThat(ClassArchiveFlags.of(25).use()).isEqualTo("-XX:AOTCache");
    assertThat(ClassArchiveFlags.of(24).use()).isEqualTo("-XX:SharedArchiveFile");
  }

  @Test
  void noPlaceholderIsLeft() {
    assertThat(ClassArchiveFlags.of(21).fillIn("@ARCHIVE@ @RECORD@ @USE@ @LOG@"))
        .isEqualTo("classes.jsa -XX:ArchiveClassesAtExit -XX:SharedArchiveFile cds*=off");
  }
}

package dev.gatehouse.local.classarchive;

/**
 * The flags of a JDK's archive of classes: the AOT cache of JDK 25 (JEP 514), or the archive of
 * application classes (AppCDS, JEP 350) of an earlier one.
 *
 * @param file the name of the archive
 * @param record the flag that names the archive to write at the end of the process
 * @param use the flag that names the archive to start with
 * @param log what not to print about an archive that the JVM refuses
 */
public record ClassArchiveFlags(String file, String record, String use, String log) {

  private static final int FIRST_AOT = 25;

  /** Returns the flags of a JDK by its feature version, 21 or newer. */
  public static ClassArchiveFlags of(int feature) {
    return feature >= FIRST_AOT
        ? new ClassArchiveFlags(
            "classes.aot", "-XX:AOTCacheOutput", "-XX:AOTCache", "aot*=off,cds*=off")
        : new ClassArchiveFlags(
            "classes.jsa", "-XX:ArchiveClassesAtExit", "-XX:SharedArchiveFile", "cds*=off");
  }

  /** Returns the end of the names of archives. */
  String suffix() {
    return file.substring(file.lastIndexOf('.'));
  }

  /** Replaces the placeholders of a script. */
  public String fillIn(String script) {
    return script
        .replace("@ARCHIVE@", file)
        .replace("@SUFFIX@", suffix())
        .replace("@RECORD@", record)
        .replace("@USE@", use)
        .replace("@LOG@", log);
  }
}

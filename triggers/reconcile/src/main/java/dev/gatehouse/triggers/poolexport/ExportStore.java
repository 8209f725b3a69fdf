package dev.gatehouse.triggers.poolexport;

/** The place where exports are stored. An object that is stored again replaces the one before. */
public interface ExportStore {
  /** Stores an object of an export. */
  void put(String key, String contentType, byte[] content);
}

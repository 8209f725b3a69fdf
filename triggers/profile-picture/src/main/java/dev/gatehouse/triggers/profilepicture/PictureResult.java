package dev.gatehouse.triggers.profilepicture;

import dev.gatehouse.users.pictures.PictureType;

/** What becomes of an uploaded file. */
sealed interface PictureResult {

  /** A picture without anything but its pixels. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Made(PictureType type, byte[] file) implements PictureResult {}

  /** No picture. */
  record Refused(Refusal code) implements PictureResult {}

  /** The reasons for which a file becomes no picture. */
  enum Refusal {
    /** The file has more bytes than an upload may have. */
    PICTURE_TOO_LARGE,
    /** The file begins like no format that is accepted. */
    PICTURE_TYPE_UNSUPPORTED,
    /** The picture has so many pixels that it would fill the function's memory. */
    PICTURE_DIMENSIONS_TOO_LARGE,
    /** The file begins like a picture and cannot be read as one. */
    PICTURE_DAMAGED
  }
}

package dev.gatehouse.pulumi.picture;

/** Is a rectangle, in pixels from the top left. */
record Area(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middle() {
    return x + width / 2;
  }
}

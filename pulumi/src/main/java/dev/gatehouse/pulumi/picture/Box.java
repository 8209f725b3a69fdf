package dev.gatehouse.pulumi.picture;

/**
 * Is a box of the picture.
 *
 * @param key what it is told from the others by
 * @param label what AWS calls it
 * @param locked whether the stack keeps it from being deleted
 * @param foreign whether it is there already, and the stack only uses it
 */
record Box(
    String key,
    Group group,
    String title,
    String label,
    String detail,
    boolean locked,
    boolean foreign) {}

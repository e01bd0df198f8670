package org.xingfuli.engine.consensus.opinion;

/**
 * A place on the opinion map; the mean participant stands at (0, 0), and near each other is who votes alike.
 *
 * @param x along the direction in which votes differ most
 * @param y along the next
 */
public record Place(double x, double y) {

  double squareTo(Place other) {
    double dx = x - other.x;
    double dy = y - other.y;
    return dx * dx + dy * dy;
  }

  double to(Place other) {
    return Math.sqrt(squareTo(other));
  }
}

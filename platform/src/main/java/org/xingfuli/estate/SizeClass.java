package org.xingfuli.estate;

/** How big and hard an estate is; the small and easy ones ({@code 小易}) are due before National Day. */
public enum SizeClass {
  SMALL_AND_EASY,
  REGULAR
}

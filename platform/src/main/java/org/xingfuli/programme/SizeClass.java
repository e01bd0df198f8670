package org.xingfuli.programme;

/** How big and difficult a project is; the small and easy ones are due before National Day (domain.md A2.8). */
public enum SizeClass { SMALL_AND_EASY, REGULAR }

package org.xingfuli.identity;

/** A name in the two languages of the screens. */
public record Words(String zh, String en) {}

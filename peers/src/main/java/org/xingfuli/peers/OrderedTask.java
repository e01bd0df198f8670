package org.xingfuli.peers;

/** A task in an order; one object for each task, since Timefold tells the values of a list by identity. */
public record OrderedTask(int index) {}

package org.xingfuli.engine.consensus.owners;

/**
 * A question put to the assembly.
 *
 * @param id by which ballots name it
 * @param number 1 to 9, which of the nine matters of art. 278 it is
 * @param title in the words of the ballot; may be empty
 */
public record Matter(String id, int number, String title) {}

package org.xingfuli.estate;

/**
 * By what an estate, or a project that holds estates, counts as small and easy ({@code 体量小、难度低}): the version of the score
 * sheet that counts, shown criterion by criterion where projects are shown.
 *
 * @param threshold at most so many points of difficulty
 * @param unconfirmed the district has not stated the sheet; screens say so (domain.md section 7: assumption)
 */
public record SizeRule(int version, int threshold, boolean unconfirmed, String source) {}

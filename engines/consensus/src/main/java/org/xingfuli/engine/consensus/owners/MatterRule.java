package org.xingfuli.engine.consensus.owners;

/**
 * What one of the nine matters needs. Participation is of all owners, approval of those taking part; area and heads each by itself.
 *
 * @param number 1 to 9, as the law counts them
 * @param code stable name, such as {@code RAISE_FUND}
 * @param zh the matter in the law's words
 * @param en the same in English
 * @param source where the thresholds stand
 */
public record MatterRule(
    int number,
    String code,
    String zh,
    String en,
    Threshold participationArea,
    Threshold participationHeads,
    Threshold approvalArea,
    Threshold approvalHeads,
    String source) {}

/**
 * Who thinks alike in an opinion round, and what all groups agree on: participants who agree, disagree or pass on statements are laid
 * on a map of two principal components, grouped by k-means from a start without chance, and every statement is valued by the groups
 * that agree with it. Method and limits: docs/decisions/0053.
 */
@NullMarked
package org.xingfuli.engine.consensus.opinion;

import org.jspecify.annotations.NullMarked;

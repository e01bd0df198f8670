/**
 * What residents and owners agreed on, counted so that anyone can count it again: a budgeted vote ({@code budget}), an owners' vote
 * under the Civil Code ({@code owners}), the groups of an opinion round ({@code opinion}). Pure: no clock, no I/O, the same answer for
 * the same input. What the law or a purse decides is reckoned in whole numbers and fractions, never in floating point.
 */
@NullMarked
package org.xingfuli.engine.consensus;

import org.jspecify.annotations.NullMarked;

/**
 * Microsoft Project's .mpp and MSPDI, Primavera's XER and PMXML by way of MPXJ (docs/decisions/0039). Files are looked
 * over by our own code first, so that every fault has its place; MPXJ passes over what it cannot place.
 */
@NullMarked
package org.xingfuli.exchange.plans.mpxj;

import org.jspecify.annotations.NullMarked;

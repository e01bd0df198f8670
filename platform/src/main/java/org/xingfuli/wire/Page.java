package org.xingfuli.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param next cursor of the next page, null on the last
 * @param total how many rows the whole list has under the caller's scope
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {}

/** Lists as workbooks to keep: any table of texts, numbers and dates, harmless when opened again. */
@NullMarked
package org.xingfuli.exchange.tables;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.xingfuli.engine.triage;

import org.jspecify.annotations.NullMarked;

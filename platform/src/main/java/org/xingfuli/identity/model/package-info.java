/** What identity thinks with: appointments, password rules, lock-out; no Spring. */
@NullMarked
package org.xingfuli.identity.model;

import org.jspecify.annotations.NullMarked;

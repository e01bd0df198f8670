/** The battle chart on the wire, and the stream of what changed. */
@NullMarked
package org.xingfuli.command.web;

import org.jspecify.annotations.NullMarked;

/**
 * The drill of crash points between an act's commit and its listener: what the slim child process does ({@link
 * org.xingfuli.drills.events.Life}, never loaded by the drill itself), and what its deaths are worth.
 */
@NullMarked
package org.xingfuli.drills.events;

import org.jspecify.annotations.NullMarked;

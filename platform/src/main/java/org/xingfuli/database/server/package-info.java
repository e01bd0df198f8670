/**
 * The embedded PostgreSQL: unpacked, created, started, adopted after a crash, watched and stopped, without any Spring.
 *
 * <p>Under the data folder stand {@code pg/<hash>/} (binaries), {@code postgres/cluster} (the database),
 * {@code postgres/server.log}, {@code secrets/} (passwords, 0600) and {@code lock}. As root the server runs as
 * {@code nobody}; see {@link org.xingfuli.database.server.ServerUser}.
 */
@NullMarked
package org.xingfuli.database.server;

import org.jspecify.annotations.NullMarked;

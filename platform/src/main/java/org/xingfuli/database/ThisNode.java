package org.xingfuli.database;

import java.util.UUID;

/**
 * This process among the nodes of the platform; a restarted one is another.
 *
 * @param id stands at its connections, its timers and its publications
 */
record ThisNode(UUID id) {}

/**
 * How to test against the real PostgreSQL; nothing else is needed than the two classes below.
 *
 * <ul>
 *   <li>{@link org.xingfuli.database.PlatformTest @PlatformTest} on a class boots the whole platform once per test run
 *       on a database of its own: inject any bean, {@code MockMvc}, {@code Transactions}, or {@code @LocalServerPort}.
 *       All such classes share one context and one database, so a test makes its own rows under random ids and counts
 *       nothing but them. Rows under row-level security are written and read inside
 *       {@code transactions.run(SystemScope.of("test"), …)} or a person's {@code Scope}.
 *   <li>{@link org.xingfuli.database.TestDatabase#fresh()} gives a migrated, empty database in some 100 ms, without
 *       Spring: {@code db.transactions().as(scope, () -> db.jdbc().sql(…))}.
 * </ul>
 *
 * One server serves the whole test run; it stands in {@code target/test-postgres} and stops with the JVM.
 */
@NullMarked
package org.xingfuli.database;

import org.jspecify.annotations.NullMarked;

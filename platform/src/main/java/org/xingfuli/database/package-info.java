/**
 * The basement's way to PostgreSQL: the embedded server, migrations, and transactions that open only with a scope.
 *
 * <h2>Making a table</h2>
 *
 * In {@code db/migration/<module>/V<n>__words.sql}; the schema is made before, rights to the application
 * ({@code select, insert, update, delete}) and to the backup ({@code select}) are given as the table is made. What the
 * application may not do is taken back beside the table: {@code revoke update, delete on audit.entry from ${application}}.
 *
 * <pre>{@code
 * create table estate.building (
 *   id uuid primary key,                 -- UUIDv7 made in Java
 *   estate_id uuid not null references estate.estate,
 *   area text not null,                  -- copied from the estate: its community, or else its street
 *   …);
 * create index on estate.building (estate_id);
 * call database.guard_by_estate('estate.building');     -- or guard_by_project: columns area, project_id
 * }</pre>
 *
 * Every table with an {@code estate_id} or {@code project_id} must be guarded; {@code GuardedTablesTest} reads the
 * catalogue. A row of an area the scope does not reach is neither seen nor written. The application's search path is
 * {@code database}: {@code order by name collate zh_pinyin}.
 *
 * <h2>Text search under the policy</h2>
 *
 * {@code @>} and {@code LIKE} are not leakproof, so under a policy no index helps them. One function per table, owned by
 * the migrator (whom the policy {@code owner} lets see all), tests the scope itself and is the only way round:
 *
 * <pre>{@code
 * create function estate.search_estates(pairs text[], pattern text, most int) returns setof estate.estate
 * language sql stable security definer set search_path = '' as $$
 *   select * from estate.estate e
 *   where e.bigrams @> pairs and e.plain like pattern and database.sees(e.area, e.id)
 *   limit most $$;
 * revoke execute on function estate.search_estates from public;
 * grant execute on function estate.search_estates to ${application};
 * }</pre>
 *
 * <h2>Listeners</h2>
 *
 * {@code @Async @TransactionalEventListener}; the body is {@code transactions.run(SystemScope.of("command.rebuild"),
 * () -> inbox.once("command.rebuild", event.eventId(), () -> …))}, because a publication may come twice.
 *
 * <h2>Telling the other nodes</h2>
 *
 * What nodes hold in memory, such as open streams, follows the {@link org.xingfuli.database.Bulletin}: {@code
 * bulletin.post("command.chart", id)} in the transaction of the act, and a bean that is a {@link
 * org.xingfuli.database.BulletinHearer}. It is told with the commit and is kept nowhere; a consequence that must happen is
 * a listener's.
 *
 * <h2>When a day has passed</h2>
 *
 * {@link org.xingfuli.database.DayPassed} is published once for every business day, at midnight or when a demo's clock is
 * moved. A consequence of a date (a limit that ran out, an appointment that ended) listens to it like to any other event and
 * asks {@code BusinessClock} what day it is.
 *
 * <h2>Another PostgreSQL</h2>
 *
 * {@code XINGFULI_DATABASE_URL} (16 or newer, UTF-8, with ICU) with {@code XINGFULI_DATABASE_USER} and
 * {@code …_PASSWORD} of a login that has CREATEROLE and may grant CREATE on that database; or with all three logins made
 * beforehand: {@code XINGFULI_DATABASE_MIGRATOR_USER}, {@code …_MIGRATOR_PASSWORD}, and the same for
 * {@code APPLICATION} and {@code BACKUP}. A pooler between must keep sessions apart: with transaction pooling nobody hears
 * the bulletin. Several nodes share their {@code secrets} folder or are given the logins.
 */
@org.springframework.modulith.ApplicationModule(displayName = "数据库 Database", allowedDependencies = {})
@NullMarked
package org.xingfuli.database;

import org.jspecify.annotations.NullMarked;

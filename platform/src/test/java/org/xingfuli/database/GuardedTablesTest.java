package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads the catalogue of the migrated database: the walls of every module's tables, those to come included. */
class GuardedTablesTest {

  private static final TestDatabase DB = TestDatabase.fresh();

  /** An estate's own row has no estate_id: its id is the estate's. */
  private static final String BOUND = """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (c.oid::regclass::text = 'estate.estate' or exists (select from pg_attribute a where a.attrelid = c.oid
          and a.attname in ('estate_id', 'project_id') and not a.attisdropped))""";

  private static List<String> names(String sql) {
    return DB.superuser().sql(sql).query(String.class).list();
  }

  @Test
  void everyTableBoundToAnEstateOrProjectIsGuarded() {
    assertThat(names(BOUND + """
         and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'scope'))"""))
        .as("call database.guard_by_estate('…') or guard_by_project('…') in the migration that makes the table")
        .isEmpty();
  }

  /** One row of the street 320613005 in every such table, whatever else it demands. */
  private static void plantARowInEach(List<String> tables, UUID id) {
    DB.superuser().sql("set session_replication_role = replica").update(); // no foreign keys, no triggers
    for (var table : tables) {
      names("select conname from pg_constraint where contype = 'c' and conrelid = '%s'::regclass".formatted(table))
          .forEach(check -> DB.superuser().sql("alter table %s drop constraint %s".formatted(table, check)).update());
      var values = DB.superuser().sql("""
          select string_agg(quote_ident(attname), ', ' order by attnum) || '|' || string_agg(case
            when attname in ('area', 'street') then quote_literal('320613005')
            when attname in ('estate_id', 'project_id', 'id') then quote_literal(cast(:id as text))
            else case format_type(atttypid, null)
              when 'uuid' then quote_literal(cast(:id as text)) when 'xid8' then quote_literal('0') when 'boolean' then 'false' when 'date' then 'current_date'
              when 'timestamp with time zone' then 'now()' when 'jsonb' then quote_literal('{}')
              when 'bytea' then quote_literal('') when 'time without time zone' then quote_literal('09:00') when 'text' then quote_literal('x')
              else case when format_type(atttypid, null) like '%[]' then quote_literal('{}') else '0' end
              end end, ', ' order by attnum)
          from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
            and attgenerated = '' and attidentity <> 'a'
            and (attnotnull or attname in ('area', 'estate_id', 'project_id'))""")
          .param("id", id.toString()).param("table", table).query(String.class).single().split("\\|", 2);
      DB.superuser().sql("insert into %s (%s) values (%s)".formatted(table, values[0], values[1])).update();
    }
  }

  private static long seen(Scope scope, String table) {
    return DB.transactions().as(
        scope, () -> DB.jdbc().sql("select count(*) from " + table).query(Long.class).single());
  }

  private static Scope person(Set<String> areas, Set<UUID> bound) {
    return new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "街道专员", areas, bound, bound);
  }

  @Test
  void aRowOfThemIsSeenByTheScopesThatReachItAndByNobodyElse() {
    var tables = names(BOUND);
    var id = UUID.randomUUID();
    plantARowInEach(tables, id);
    assertThat(tables).isNotEmpty();
    // A table may also follow a row of another one; then only what must not be seen is known here.
    var plain = names(BOUND + """
         and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'scope'
          and pg_get_expr(p.polqual, c.oid) ~ 'reached_areas|^database.sees')""");
    for (var table : tables) {
      assertThat(DB.jdbc().sql("select count(*) from " + table).query(Long.class).single())
          .as("without a transaction: " + table).isZero();
      assertThat(seen(Scope.none(), table)).as("nobody: " + table).isZero();
      assertThat(seen(person(Set.of("320613006"), Set.of()), table)).as("another street: " + table).isZero();
      assertThat(seen(person(Set.of(), Set.of(UUID.randomUUID())), table)).as("another project: " + table).isZero();
    }
    for (var table : plain) {
      assertThat(seen(person(Set.of("320613005"), Set.of()), table)).as("the street: " + table).isEqualTo(1);
      assertThat(seen(person(Set.of("320613"), Set.of()), table)).as("the district: " + table).isEqualTo(1);
      assertThat(seen(person(Set.of(), Set.of(id)), table)).as("the project: " + table).isEqualTo(1);
      assertThat(seen(SystemScope.of("test"), table)).as("the system: " + table).isEqualTo(1);
    }
  }

  @Test
  void theMigratorOwnsEveryTable() {
    assertThat(names("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and c.relowner <> 'xingfuli_migrator'::regrole""")).isEmpty();
  }

  @Test
  void nobodyRuledOutMayRunAFunctionWithItsOwnersEyes() {
    assertThat(names("""
        select p.oid::regprocedure::text from pg_proc p
        where p.prosecdef and (p.proacl is null or p.proacl::text ~ '[{,]=X'
          or coalesce(p.proconfig::text, '') !~ 'search_path')"""))
        .as("revoke execute from public, and set search_path = ''")
        .isEmpty();
  }
}

package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void withoutAScopeTheApplicationSeesNoRowOfThem() {
    for (var table : names(BOUND)) {
      assertThat(DB.jdbc().sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
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

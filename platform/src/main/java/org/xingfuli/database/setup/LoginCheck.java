package org.xingfuli.database.setup;

import java.sql.SQLException;
import java.util.ArrayList;
import org.xingfuli.database.server.CannotStart;

/** Refuses to work with a login that could look past row-level security. */
final class LoginCheck {

  private LoginCheck() {}

  static void refuseUnbound(DatabaseServer server, Login application) {
    try (var connection = server.connect(application, "check"); var statement = connection.createStatement();
        var row = statement.executeQuery("""
            select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
              exists (select from pg_class c where c.relowner = r.oid) or
              exists (select from pg_namespace n where n.nspowner = r.oid),
              exists (select from pg_roles m where m.oid <> r.oid and pg_has_role(r.oid, m.oid, 'member')
                and (m.rolsuper or m.rolbypassrls or exists (select from pg_class c where c.relowner = m.oid)))
            from pg_roles r where r.rolname = current_user""")) {
      row.next();
      var faults = new ArrayList<String>();
      var names = new String[] {"SUPERUSER", "BYPASSRLS", "CREATEROLE", "owns tables", "member of an owner"};
      for (var i = 0; i < names.length; i++) {
        if (row.getBoolean(i + 1)) {
          faults.add(names[i]);
        }
      }
      if (!faults.isEmpty()) {
        throw new CannotStart(
            "登录名 %s 能绕过行级权限（%s），拒绝启动。请给应用一个普通登录名。".formatted(application, faults),
            "The login %s could look past row-level security (%s); it is refused. Give the application a plain login."
                .formatted(application, faults));
      }
    } catch (SQLException e) {
      throw new CannotStart(
          "应用登录名 %s 无法连接：%s".formatted(application, e.getMessage()),
          "The application's login %s cannot connect: %s".formatted(application, e.getMessage()), e);
    }
  }
}

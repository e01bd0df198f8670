/** The basement's way to PostgreSQL: the embedded server, migrations, and transactions that open only with a scope. */
@org.springframework.modulith.ApplicationModule(displayName = "数据库 Database", allowedDependencies = {})
@NullMarked
package org.xingfuli.database;

import org.jspecify.annotations.NullMarked;

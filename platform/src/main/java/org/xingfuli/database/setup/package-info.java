/**
 * Makes an empty PostgreSQL ours and keeps it so: three logins, one schema and one Flyway folder per module, and a check
 * that the login we work with cannot look past the policies. It runs before the application's pool opens.
 */
@NullMarked
package org.xingfuli.database.setup;

import org.jspecify.annotations.NullMarked;

package org.xingfuli.database.setup;

/**
 * The three ways in.
 *
 * @param migrator owns every schema and table; used only while migrating
 * @param application what the platform works with: no ownership, bound by every policy
 * @param backup reads everything, writes nothing
 */
public record Logins(Login migrator, Login application, Login backup) {}

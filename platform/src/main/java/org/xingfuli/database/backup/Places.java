package org.xingfuli.database.backup;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.setup.ExternalServer;
import org.xingfuli.database.setup.Login;
import org.xingfuli.database.setup.Logins;

/**
 * Where an installation's data stand.
 *
 * @param data its folder
 * @param evidence the folder of photos and documents
 * @param external the PostgreSQL somebody else runs, or null for our own below the data folder
 * @param given the logins of a server where none may be made, or null
 */
public record Places(Path data, Path evidence, @Nullable ExternalServer external, @Nullable Logins given) {

  /** From the data folder and the environment, by the names docs/reference/settings.md lists. */
  public static Places of(Path data, Map<String, String> environment) {
    try {
      return read(data, environment);
    } catch (CannotStart e) {
      throw BackupRefused.by(e);
    }
  }

  private static Places read(Path data, Map<String, String> environment) {
    var evidence = environment.get("XINGFULI_EVIDENCE_FOLDER");
    var url = environment.get("XINGFULI_DATABASE_URL");
    return new Places(data, evidence == null ? data.resolve("evidence") : Path.of(evidence),
        url == null ? null : ExternalServer.of(
            url, environment.get("XINGFULI_DATABASE_USER"), environment.get("XINGFULI_DATABASE_PASSWORD")),
        given(environment));
  }

  private static @Nullable Logins given(Map<String, String> environment) {
    var migrator = login(environment, "MIGRATOR");
    var application = login(environment, "APPLICATION");
    var backup = login(environment, "BACKUP");
    return migrator == null || application == null || backup == null ? null : new Logins(migrator, application, backup);
  }

  private static @Nullable Login login(Map<String, String> environment, String name) {
    var user = environment.get("XINGFULI_DATABASE_" + name + "_USER");
    var password = environment.get("XINGFULI_DATABASE_" + name + "_PASSWORD");
    return user == null || password == null ? null : new Login(user, password);
  }

  Path secrets() {
    return data.resolve("secrets");
  }
}

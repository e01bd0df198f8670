package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** A client of Open311 that is not ours (npm {@code open311}) lists services, files a request and reads it back. */
@Command(name = "open311", mixinStandardHelpOptions = true,
    description = "别人写的 Open311 客户端走一遍 / a client of Open311 that is not ours lists, files and reads back")
final class Open311Drill implements Callable<Integer> {

  private static final Path CLIENT = Path.of("drills/open311");
  /** The demo's, as clients name a jurisdiction. */
  private static final String DISTRICT = "320613";

  private static final int DAYS = 30;
  private static final int PATIENCE_MINUTES = 3;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (var file : List.of("package.json", "client.cjs")) {
      Files.copy(CLIENT.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
    try (var platform = Platform.start(folder.resolve("data"))) {
      var clerk = Person.signIn(platform, "APPEAL_CLERK");
      var token = clerk.post("/api/account/tokens", Map.of("name", "open311", "permissions", List.of("APPEAL_INTAKE"),
          "lastDay", LocalDate.now().plusDays(DAYS).toString()), null);
      if (token.statusCode() / 100 != 2) {
        throw new IOException("no token: " + token.body());
      }
      var secret = Person.JSON.readTree(token.body()).path("secret").asString();
      return run(folder, "node", "client.cjs", platform.address().toString().replaceAll("/+$", ""), secret, DISTRICT);
    }
  }

  /** Its last line of output is the drill's. */
  private static int run(Path folder, String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(command[0].equals("node") ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end");
    }
    if (process.exitValue() != 0 && !command[0].equals("node")) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return process.exitValue();
  }
}

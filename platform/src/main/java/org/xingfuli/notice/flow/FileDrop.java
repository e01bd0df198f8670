package org.xingfuli.notice.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xingfuli.notice.NoticeChannel;
import org.xingfuli.notice.NoticeProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves every message as a JSON file in {@code outbox} of the data folder, for whatever a district has that sends messages. A
 * file gets its name when it is whole, and the same message always the same name.
 */
@Component
class FileDrop implements NoticeChannel {

  private final Path folder;
  private final boolean on;
  private final JsonMapper json;

  FileDrop(@Value("${xingfuli.data}") Path data, NoticeProperties properties, JsonMapper json) {
    this.folder = data.resolve("outbox");
    this.on = properties.files();
    this.json = json;
  }

  @Override
  public String code() {
    return "FILE";
  }

  @Override
  public boolean carries(Outgoing message) {
    return on;
  }

  @Override
  public void handOver(Outgoing message) throws NotHandedOver {
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("id", message.id());
    facts.put("kind", message.kind());
    facts.put("at", message.at());
    facts.put("urgent", message.urgent());
    facts.put("recipient", message.recipient());
    if (message.telephone() != null) {
      facts.put("telephone", message.telephone());
    }
    facts.put("title", message.titleZh());
    facts.put("body", message.bodyZh());
    facts.put("titleEn", message.titleEn());
    facts.put("bodyEn", message.bodyEn());
    facts.put("link", message.link());
    try {
      write(message.id() + ".json", json.writeValueAsString(facts) + "\n");
    } catch (IOException e) {
      throw new NotHandedOver("文件写不进去 / the file cannot be written: " + e.getClass().getSimpleName(), e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder);
    var partial = folder.resolve("." + name + ".partial");
    try (var channel = FileChannel.open(
        partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}

package org.xingfuli.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contents under their SHA-256, each once. A folder that all nodes share is one; an object store that speaks S3 can be
 * another. What is kept is never changed, and goes only when nobody may keep it any longer.
 */
public interface BlobStore {

  /** Keeps the content durably: when this returns, it survives the machine's fall. Already there is well. */
  void keep(String hash, byte[] content);

  /** The content, or null when it is not there. The caller closes it. */
  @Nullable InputStream open(String hash) throws IOException;

  /** The content is there no more. Not there is well. */
  void erase(String hash);
}

package org.xingfuli.engine.scheduling.exact;

import com.google.ortools.Loader;

/** OR-Tools' native library, unpacked and loaded once when first asked for. */
final class NativeLibrary {

  /** Empty: loaded; otherwise why not. */
  private static final String FAULT = load();

  private NativeLibrary() {}

  static String fault() {
    return FAULT;
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private static String load() {
    try {
      Loader.loadNativeLibraries();
      return "";
    } catch (RuntimeException | LinkageError absent) {
      // No jar for this platform, no room to unpack, another C library: whatever it is, the other layers still answer.
      return absent.toString();
    }
  }
}

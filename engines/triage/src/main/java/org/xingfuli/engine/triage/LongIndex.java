package org.xingfuli.engine.triage;

import java.util.Arrays;

/** Numbers distinct keys from 0 in the order of their coming; open addressing, no boxes: a text has thousands of keys. */
final class LongIndex {

  static final int ABSENT = -1;

  private long[] slots;
  private int[] numbers;
  private long[] keys;
  private int size;

  LongIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected * 2 - 1)) << 1;
    slots = new long[capacity];
    numbers = new int[capacity];
    keys = new long[Math.max(8, expected)];
    Arrays.fill(numbers, ABSENT);
  }

  static LongIndex of(long[] keys) {
    LongIndex index = new LongIndex(keys.length);
    for (long key : keys) {
      index.add(key);
    }
    return index;
  }

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  /** The number of this key, a new one if it has none. */
  int add(long key) {
    int at = slot(key);
    if (numbers[at] != ABSENT) {
      return numbers[at];
    }
    if (size * 2 >= slots.length) {
      grow();
      at = slot(key);
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    slots[at] = key;
    keys[size] = key;
    numbers[at] = size;
    return size++;
  }

  int find(long key) {
    return numbers[slot(key)];
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int at = (int) (mixed(key) & mask);
    while (numbers[at] != ABSENT && slots[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    slots = new long[slots.length * 2];
    numbers = new int[slots.length];
    Arrays.fill(numbers, ABSENT);
    for (int i = 0; i < size; i++) {
      int at = slot(keys[i]);
      slots[at] = keys[i];
      numbers[at] = i;
    }
  }

  /** Spreads neighbouring keys (the finaliser of MurmurHash3, public domain). */
  static long mixed(long key) {
    long k = (key ^ key >>> 33) * 0xff51afd7ed558ccdL;
    k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
    return k ^ k >>> 33;
  }
}

/** A map for millions of texts that takes some twenty bytes for each, whatever its length. */

export interface HashMap {
  readonly size: number;
  /** The number that was set for a text. */
  get(text: string): number | undefined;
  /** `value`: from 0 to 2³² - 1. */
  set(text: string, value: number): void;
}

const initialSlots = 1024;
/** A fuller table finds a free slot more slowly. */
const maxLoad = 0.7;
const free = 0;

/**
 * Only the hashes of texts are kept, so that two texts with the same one are taken for the same. Among a million texts, the
 * chance that there are two is one in twenty thousand.
 */
export function createHashMap(): HashMap {
  let hashes = new Float64Array(initialSlots);
  let values = new Uint32Array(initialSlots);
  let size = 0;

  /** The slot that has the hash, or else the free one where it belongs. The number of slots is a power of two. */
  function slotOf(hash: number): number {
    const last = hashes.length - 1;
    let slot = hash % hashes.length;
    while (hashes[slot] !== free && hashes[slot] !== hash) slot = (slot + 1) & last;
    return slot;
  }

  function grow(): void {
    const [oldHashes, oldValues] = [hashes, values];
    hashes = new Float64Array(2 * oldHashes.length);
    values = new Uint32Array(hashes.length);
    oldHashes.forEach((hash, old) => {
      if (hash === free) return;
      const slot = slotOf(hash);
      hashes[slot] = hash;
      values[slot] = oldValues[old] ?? 0;
    });
  }

  return {
    get size() {
      return size;
    },
    get(text) {
      const slot = slotOf(hashOf(text));
      return hashes[slot] === free ? undefined : values[slot];
    },
    set(text, value) {
      const hash = hashOf(text);
      let slot = slotOf(hash);
      if (hashes[slot] === free) {
        if (size + 1 > maxLoad * hashes.length) {
          grow();
          slot = slotOf(hash);
        }
        size++;
      }
      hashes[slot] = hash;
      values[slot] = value;
    },
  };
}

/** A hash of 53 bits, the most that a number holds exactly; never 0. */
function hashOf(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0) || 1;
}

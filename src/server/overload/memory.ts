import {
  constants,
  type NodeGCPerformanceDetail,
  type PerformanceEntry,
  PerformanceObserver,
} from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** The part of the heap beyond which what lives in it leaves too little room. */
const FULL = 0.85;
/** What the young generation takes of the limit of the heap by itself: three halves of 16 MB. Nothing that lives long has room there. */
const YOUNG = 3 * 16 * 2 ** 20;

/** Knows whether what lives in the heap comes near to its limit. */
export interface MemoryWatch {
  readonly isFull: () => boolean;
  /** Looks whether there is room again. */
  readonly look: () => void;
  readonly close: () => void;
}

/** Garbage was collected. */
type Collection = PerformanceEntry & { readonly detail: NodeGCPerformanceDetail };

const used = (): number => {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return used_heap_size / (heap_size_limit - YOUNG);
};

/**
 * The heap holds garbage as well, and may hold it up to the limit. What lives is known when it has just been swept, so it is looked
 * at then; and that there is room, whenever less is used.
 * @param onFull called each time when it has become full
 */
export function watchMemory(onFull: () => void): MemoryWatch {
  let full = false;
  const sweeps = new PerformanceObserver((list) => {
    const swept = (list.getEntries() as Collection[]).some(
      ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR,
    );
    if (!swept || full || used() < FULL) return;
    full = true;
    onFull();
  });
  sweeps.observe({ entryTypes: ['gc'] });
  return {
    isFull: () => full,
    look() {
      if (full && used() < FULL) full = false;
    },
    close: () => sweeps.disconnect(),
  };
}

// Loaded into the server by bench/soak.mjs beside all that it does: tells what it uses when asked.
import { constants, monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

// What is no longer used is no growth, so memory is read when its garbage has just been collected: by itself, for to be made to
// collect all of it at once, code included, keeps a server of many requests from them for a third of a second.
let samples = [];
new PerformanceObserver((list) => {
  const isMajor = ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  if (!list.getEntries().some(isMajor)) return;
  const { heapUsed: heap, external, rss } = process.memoryUsage();
  samples.push({ at: Date.now(), heap, external, rss });
}).observe({ entryTypes: ['gc'] });

const RESOLUTION = 5;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
delays.enable();

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const held = Math.max(0, delays.max / 1e6 - RESOLUTION);
  process.send({ at: Date.now(), cpu: (user + system) / 1e6, samples, held });
  samples = [];
  delays.reset();
});
// Does not keep the server from ending.
process.channel?.unref();

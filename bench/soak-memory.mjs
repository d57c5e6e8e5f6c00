// Loaded into the server by bench/soak.mjs beside all that it does: tells what it uses when asked.
process.on('message', (question) => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1e6);
    return;
  }
  // What is no longer used is no growth.
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ seconds: 0, heap: heapUsed, external, rss });
});
// Does not keep the server from ending.
process.channel?.unref();

// Loaded before the program, makes the file system fail at one moment of writing a file that takes its name at the end (*.tmp).
// BREAKS=MOMENT:FAULT, where the moment is "write" (half of the first piece is written), "rename" (all is written, but bears no name)
// or "renamed" (it has just got its name), and the fault is "kill", as if the machine lost its power, or the code of an error.
// BREAKS=worker:end lets no worker begin.
import cluster from 'node:cluster';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [moment, fault] = process.env.BREAKS.split(':');
const isTemporary = (path) => String(path).endsWith('.tmp');

/** Fails, or never returns. */
function strike() {
  if (fault === 'kill') process.kill(process.pid, 'SIGKILL');
  // The signal comes from the kernel, but perhaps not before the next line is run.
  if (fault === 'kill') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return Object.assign(new Error(`${fault}: broken by a test, write`), { code: fault });
}

if (moment === 'worker') {
  if (cluster.isWorker) process.exit(7);
} else if (moment === 'write') {
  const temporary = new Set();
  const { open, write, writev, writeSync } = fs;
  fs.open = (path, ...rest) => {
    const done = rest.pop();
    open(path, ...rest, (error, fd) => {
      if (!error && isTemporary(path)) temporary.add(fd);
      done(error, fd);
    });
  };
  const half =
    (whole) =>
    (fd, bytes, ...rest) => {
      if (!temporary.has(fd)) return whole(fd, bytes, ...rest);
      const piece = Array.isArray(bytes) ? bytes[0] : bytes;
      writeSync(fd, piece.subarray(0, piece.length >> 1));
      rest.at(-1)(strike());
    };
  fs.write = half(write);
  fs.writev = half(writev);
} else {
  const { rename } = fsPromises;
  fsPromises.rename = async (from, to) => {
    if (moment === 'rename' && isTemporary(from)) throw strike();
    await rename(from, to);
    if (isTemporary(from)) strike();
  };
}
syncBuiltinESMExports();

// The program of the thread that draws pictures: one after the other, as long as it is asked.
import { parentPort, workerData } from 'node:worker_threads';
import { createDraw, type DrawingMaterial, type DrawRequest } from './draw.ts';

const draw = createDraw(workerData as DrawingMaterial);
parentPort!.on('message', async (request: DrawRequest) => {
  try {
    const bytes = await draw(request);
    // Small buffers share memory with others, so that it cannot be given away.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    parentPort!.postMessage({ bytes: own }, [own.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort!.postMessage({ error: error instanceof Error ? error : new Error(String(error)) });
  }
});
